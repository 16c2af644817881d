// Which page stands at which address; each is loaded when it is first opened.
import { createBrowserRouter } from 'react-router'
import { Broken, NotFound } from './pages/NotFound.tsx'
import { paths } from './paths.ts'
import { Shell } from './shell/Shell.tsx'
import { Waiting } from './ui/Waiting.tsx'

export const router = createBrowserRouter([
  {
    Component: Shell,
    ErrorBoundary: Broken,
    HydrateFallback: Waiting,
    children: [
      { path: '/', lazy: async () => ({ Component: (await import('./pages/home/HomePage.tsx')).HomePage }) },
      { path: paths.tasks, lazy: async () => ({ Component: (await import('./pages/disclosure/TasksPage.tsx')).TasksPage }) },
      { path: paths.review, lazy: async () => ({ Component: (await import('./pages/disclosure/TasksPage.tsx')).ReviewPage }) },
      { path: paths.done, lazy: async () => ({ Component: (await import('./pages/disclosure/DonePage.tsx')).DonePage }) },
      { path: paths.interpretations, lazy: async () => ({ Component: (await import('./pages/disclosure/InterpretationsPage.tsx')).InterpretationsPage }) },
      { path: paths.basisChanges, lazy: async () => ({ Component: (await import('./pages/disclosure/BasisChangesPage.tsx')).BasisChangesPage }) },
      { path: paths.editions, lazy: async () => ({ Component: (await import('./pages/disclosure/EditionsPage.tsx')).EditionsPage }) },
      { path: paths.edition(':editionId'), lazy: async () => ({ Component: (await import('./pages/disclosure/EditionPage.tsx')).EditionPage }) },
      { path: paths.editionWork(':editionId'), lazy: async () => ({ Component: (await import('./pages/disclosure/EditionWorkPage.tsx')).EditionWorkPage }) },
      {
        path: paths.editionComparison(':editionId'),
        lazy: async () => ({ Component: (await import('./pages/disclosure/ComparisonPage.tsx')).ComparisonPage }),
      },
      { path: paths.notices, lazy: async () => ({ Component: (await import('./pages/notices/NoticesPage.tsx')).NoticesPage }) },
      { path: paths.me, lazy: async () => ({ Component: (await import('./pages/access/MePage.tsx')).MePage }) },
      { path: paths.imports, lazy: async () => ({ Component: (await import('./pages/imports/ImportsPage.tsx')).ImportsPage }) },
      { path: paths.importRun, lazy: async () => ({ Component: (await import('./pages/imports/ImportRunPage.tsx')).ImportRunPage }) },
      { path: paths.import(':importId'), lazy: async () => ({ Component: (await import('./pages/imports/ImportsPage.tsx')).ImportsPage }) },
      { path: paths.batches, lazy: async () => ({ Component: (await import('./pages/imports/BatchesPage.tsx')).BatchesPage }) },
      { path: paths.batch(':batchId'), lazy: async () => ({ Component: (await import('./pages/imports/BatchPage.tsx')).BatchPage }) },
      { path: paths.columns, lazy: async () => ({ Component: (await import('./pages/publication/ColumnsPage.tsx')).ColumnsPage }) },
      { path: paths.column(':columnId'), lazy: async () => ({ Component: (await import('./pages/publication/ColumnsPage.tsx')).ColumnsPage }) },
      { path: paths.gateWords, lazy: async () => ({ Component: (await import('./pages/gate/WordsPage.tsx')).WordsPage }) },
      { path: paths.site, lazy: async () => ({ Component: (await import('./pages/publication/SitePage.tsx')).SitePage }) },
      { path: paths.channels, lazy: async () => ({ Component: (await import('./pages/channels/LedgerPage.tsx')).LedgerPage }) },
      { path: paths.likeness, lazy: async () => ({ Component: (await import('./pages/channels/LikenessPage.tsx')).LikenessPage }) },
      { path: paths.forms(':documentId'), lazy: async () => ({ Component: (await import('./pages/channels/FormsPage.tsx')).FormsPage }) },
      { path: paths.bulletins, lazy: async () => ({ Component: (await import('./pages/channels/BulletinsPage.tsx')).BulletinsPage }) },
      { path: paths.bulletin(':bulletinId'), lazy: async () => ({ Component: (await import('./pages/channels/BulletinPage.tsx')).BulletinPage }) },
      { path: paths.deliveries, lazy: async () => ({ Component: (await import('./pages/channels/DeliveriesPage.tsx')).DeliveriesPage }) },
      { path: paths.archives, lazy: async () => ({ Component: (await import('./pages/channels/ArchivesPage.tsx')).ArchivesPage }) },
      { path: paths.figures, lazy: async () => ({ Component: (await import('./pages/channels/FiguresPage.tsx')).FiguresPage }) },
      { path: paths.figureRows, lazy: async () => ({ Component: (await import('./pages/channels/FigureRowsPage.tsx')).FigureRowsPage }) },
      { path: paths.catalogue, lazy: async () => ({ Component: (await import('./pages/catalogue/CataloguePage.tsx')).CataloguePage }) },
      { path: paths.catalogueEntry(':entryId'), lazy: async () => ({ Component: (await import('./pages/catalogue/EntryPage.tsx')).EntryPage }) },
      {
        path: paths.catalogueImport(':importId'),
        lazy: async () => ({ Component: (await import('./pages/catalogue/CatalogueImportPage.tsx')).CatalogueImportPage }),
      },
      { path: paths.errorReports, lazy: async () => ({ Component: (await import('./pages/interaction/ErrorReportsPage.tsx')).ErrorReportsPage }) },
      { path: paths.units, lazy: async () => ({ Component: (await import('./pages/organization/UnitsPage.tsx')).UnitsPage }) },
      { path: paths.unit(':unitId'), lazy: async () => ({ Component: (await import('./pages/organization/UnitsPage.tsx')).UnitsPage }) },
      { path: paths.people, lazy: async () => ({ Component: (await import('./pages/organization/PeoplePage.tsx')).PeoplePage }) },
      {
        path: paths.responsiblePeople,
        lazy: async () => ({ Component: (await import('./pages/organization/ResponsiblePeoplePage.tsx')).ResponsiblePeoplePage }),
      },
      { path: paths.accounts, lazy: async () => ({ Component: (await import('./pages/access/AccountsPage.tsx')).AccountsPage }) },
      { path: paths.account(':accountId'), lazy: async () => ({ Component: (await import('./pages/access/AccountsPage.tsx')).AccountsPage }) },
      { path: paths.grants, lazy: async () => ({ Component: (await import('./pages/access/GrantsPage.tsx')).GrantsPage }) },
      { path: paths.standIns, lazy: async () => ({ Component: (await import('./pages/access/StandInsPage.tsx')).StandInsPage }) },
      { path: paths.audit, lazy: async () => ({ Component: (await import('./pages/access/AuditPage.tsx')).AuditPage }) },
      { path: paths.holidays, lazy: async () => ({ Component: (await import('./pages/calendar/HolidaysPage.tsx')).HolidaysPage }) },
      { path: paths.holidayYear(':year'), lazy: async () => ({ Component: (await import('./pages/calendar/HolidayYearPage.tsx')).HolidayYearPage }) },
      { path: paths.holidayEntry(':year'), lazy: async () => ({ Component: (await import('./pages/calendar/HolidayEntryPage.tsx')).HolidayEntryPage }) },
      { path: paths.deadline, lazy: async () => ({ Component: (await import('./pages/calendar/DeadlinePage.tsx')).DeadlinePage }) },
      { path: '*', Component: NotFound },
    ],
  },
])
