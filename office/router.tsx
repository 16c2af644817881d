// Which page stands at which address; each is loaded when it is first opened.
import { createBrowserRouter } from 'react-router'
import { Broken, NotFound } from './pages/NotFound.tsx'
import { paths } from './paths.ts'
import { Shell } from './shell/Shell.tsx'

export const router = createBrowserRouter([
  {
    Component: Shell,
    ErrorBoundary: Broken,
    children: [
      { path: '/', lazy: async () => ({ Component: (await import('./pages/home/HomePage.tsx')).HomePage }) },
      { path: paths.tasks, lazy: async () => ({ Component: (await import('./pages/disclosure/TasksPage.tsx')).TasksPage }) },
      { path: paths.review, lazy: async () => ({ Component: (await import('./pages/disclosure/TasksPage.tsx')).ReviewPage }) },
      { path: paths.done, lazy: async () => ({ Component: (await import('./pages/disclosure/DonePage.tsx')).DonePage }) },
      { path: paths.editions, lazy: async () => ({ Component: (await import('./pages/disclosure/EditionsPage.tsx')).EditionsPage }) },
      { path: paths.edition(':editionId'), lazy: async () => ({ Component: (await import('./pages/disclosure/EditionPage.tsx')).EditionPage }) },
      { path: paths.editionWork(':editionId'), lazy: async () => ({ Component: (await import('./pages/disclosure/EditionWorkPage.tsx')).EditionWorkPage }) },
      {
        path: paths.editionComparison(':editionId'),
        lazy: async () => ({ Component: (await import('./pages/disclosure/ComparisonPage.tsx')).ComparisonPage }),
      },
      { path: paths.notices, lazy: async () => ({ Component: (await import('./pages/notices/NoticesPage.tsx')).NoticesPage }) },
      { path: paths.me, lazy: async () => ({ Component: (await import('./pages/access/MePage.tsx')).MePage }) },
      { path: '*', Component: NotFound },
    ],
  },
])
