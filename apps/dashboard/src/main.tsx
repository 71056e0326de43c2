import './no-eval.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createApi, type PageConfig } from './api/client.ts'
import { App } from './app.tsx'
import { Nobody } from './sign-in/nobody.tsx'
import { openSession, type Session } from './sign-in/session.ts'
import './styles.css'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root.')
const page = createRoot(root)

let session: Session | undefined
try {
  // Whoever serves the page writes this file beside it.
  const config = (await (await fetch('config.json')).json()) as PageConfig
  // The way to the issuer and back is no step for who goes back.
  session = await openSession(config, {
    url: new URL(location.href), leave: (url) => location.replace(url), clean: (url) => history.replaceState(null, '', url),
    storage: sessionStorage, tabs: new BroadcastChannel('keg.sign-in'),
  })
  const api = createApi(config.apiUrl, session.token)
  const me = await api.me()
  page.render(
    <StrictMode>
      <App config={config} session={session} api={api} me={me} />
    </StrictMode>,
  )
} catch (error) {
  const why = error instanceof Error ? error.message : String(error)
  const signOut = session?.signOut
  page.render(<Nobody why={why} {...(signOut === undefined ? {} : { signOut: () => void signOut() })} />)
}
