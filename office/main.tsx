// Starts the office in the browser.
import { createRoot } from 'react-dom/client'
import { config } from 'zod'
import { App } from './App.tsx'
import './styles/base.css'
import './styles/shell.css'
import './styles/sign-in.css'
import './styles/patterns.css'
import './styles/steps.css'
import './styles/work.css'
import './styles/modules.css'
import './styles/catalogue.css'
import './styles/channels.css'
import './styles/review.css'
import './styles/calendar.css'
import './styles/due.css'
import './styles/document.css'
import './styles/redaction.css'
import './styles/reports.css'
import './styles/report-text.css'
import './styles/report-sheet.css'
import './styles/print.css'
import 'dayjs/locale/zh-cn'

// zod would otherwise try to compile schemas with `new Function`, which the content policy forbids and reports
config({ jitless: true })

const root = document.getElementById('root')
if (!root) throw new Error('no #root in the page')
createRoot(root).render(<App />)
