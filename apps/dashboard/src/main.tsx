import './no-eval.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createApi, type PageConfig } from './api/client.ts'
import { App } from './app.tsx'
import { openSession } from './sign-in/session.ts'
import './styles.css'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root.')
const page = createRoot(root)

try {
  // Whoever serves the page writes this file beside it.
  const config = (await (await fetch('config.json')).json()) as PageConfig
  const session = await openSession(config, {
    url: new URL(location.href), leave: (url) => location.assign(url), clean: (url) => history.replaceState(null, '', url),
    storage: sessionStorage,
  })
  const api = createApi(config.apiUrl, session.token)
  const me = await api.me()
  page.render(
    <StrictMode>
      <App config={config} session={session} api={api} me={me} />
    </StrictMode>,
  )
} catch (error) {
  page.render(
    <main>
      <h1>🍺 Keg</h1>
      <p className="problem" role="alert">Nobody could be signed in: {error instanceof Error ? error.message : String(error)}</p>
      <p><a href="/">Try again</a></p>
    </main>,
  )
}
