// Joins theme, language, cache, session and pages.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { RouterProvider } from 'react-router'
import { CallError } from './api/problem.ts'
import { SignIn } from './pages/access/SignIn.tsx'
import { router } from './router.tsx'
import { SessionProvider, useSession } from './shell/session.tsx'
import { theme } from './theme.ts'
import { ErrorNote } from './ui/ErrorNote.tsx'
import { Waiting } from './ui/Waiting.tsx'

const cache = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // a refusal stays a refusal; only a broken line is worth another try
      retry: (times, error) => times < 2 && error instanceof CallError && error.status === 0,
      refetchOnWindowFocus: false,
    },
    mutations: { retry: false },
  },
})

/** The pages stay as they are behind the sign-in page when a session ends, so that nothing typed is lost. */
function Pages(): ReactNode {
  const { answer, workingId } = useSession()
  const inside = answer.stage === 'complete'
  return (
    <>
      {workingId !== null && (
        <div key={workingId} hidden={!inside}>
          <RouterProvider router={router} />
        </div>
      )}
      {!inside && <SignIn />}
    </>
  )
}

export function App(): ReactNode {
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <AntApp>
        <QueryClientProvider client={cache}>
          <SessionProvider waiting={<Waiting />} failed={(error, again) => <div className="gk-content">{<ErrorNote error={error} again={again} />}</div>}>
            <Pages />
          </SessionProvider>
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  )
}
