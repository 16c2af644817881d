// Which page stands at which address; each is loaded when it is first opened.
import { createBrowserRouter } from 'react-router'
import { Broken, NotFound } from './pages/NotFound.tsx'
import { Shell } from './shell/Shell.tsx'

export const router = createBrowserRouter([
  {
    Component: Shell,
    ErrorBoundary: Broken,
    children: [
      { path: '/me', lazy: async () => ({ Component: (await import('./pages/access/MePage.tsx')).MePage }) },
      { path: '*', Component: NotFound },
    ],
  },
])
