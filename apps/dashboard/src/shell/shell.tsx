import { Component, Suspense, useEffect, type ReactNode } from 'react'
import type { LineState } from '../live/connection.ts'
import { hrefOf, usePageLocation } from './location.ts'
import { usePage } from './page-context.ts'
import { findPage, loadPages, mainPages } from './pages.ts'

const LINE_TEXT: Record<LineState, string> = { connecting: 'connecting …', live: 'live', lost: 'line lost, trying again …' }

interface ShellProps {
  readonly signOut: () => void
  readonly setPaused: (paused: boolean) => void
}

/** What stands around every page: the way to the others, how the line is, who looks, and a button that stops what moves by itself. */
export function Shell({ signOut, setPaused }: ShellProps) {
  const { me, lineState, paused } = usePage()
  const { path } = usePageLocation()
  const found = findPage(path, me)
  const title = found?.params['kegId'] ?? found?.page.name ?? 'No such page'
  useEffect(() => {
    document.title = `${title} · Keg`
  }, [title])
  useEffect(() => {
    if (lineState === 'live') void loadPages(me)
  }, [lineState, me])
  return (
    <>
      <a className="skip" href={`#${path}`} onClick={(event) => {
        event.preventDefault()
        document.getElementById('page')?.focus()
      }}>To the page</a>
      <header className="bar">
        <a className="home" href={hrefOf('/')}>🍺 Keg</a>
        <nav aria-label="pages">
          {mainPages(me).map(({ path: to, name }) => (
            <a key={to} href={hrefOf(to)} aria-current={path === to ? 'page' : undefined}>{name}</a>
          ))}
        </nav>
        <p className={`line line-${paused ? 'paused' : lineState}`} role="status">{paused ? 'paused' : LINE_TEXT[lineState]}</p>
        <button type="button" className="quiet" aria-pressed={paused} onClick={() => setPaused(!paused)}>Pause</button>
        <p className="me">
          <bdi>{me.username}</bdi>, {me.role}{me.sites && ` of ${me.sites.join(', ') || 'no site yet'}`}
        </p>
        <button type="button" className="quiet" onClick={signOut}>Sign out</button>
      </header>
      <main id="page" tabIndex={-1}>
        <Fallible key={path}>
          <Suspense fallback={<p className="empty">…</p>}>
            {found === undefined ? <NoSuchPage path={path} /> : <found.page.component key={path} params={found.params} />}
          </Suspense>
        </Fallible>
      </main>
    </>
  )
}

function NoSuchPage({ path }: { path: string }) {
  return (
    <>
      <h1>No such page</h1>
      <p className="empty">There is no page <bdi>{path}</bdi> for you. <a href={hrefOf('/')}>All kegs</a></p>
    </>
  )
}

/** A page that failed says so, and the others stay. */
class Fallible extends Component<{ readonly children: ReactNode }, { readonly why: string | undefined }> {
  override state: { readonly why: string | undefined } = { why: undefined }

  static getDerivedStateFromError(error: unknown): { readonly why: string } {
    return { why: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    if (this.state.why === undefined) return this.props.children
    return (
      <>
        <h1>This page failed</h1>
        <p className="problem" role="alert">{this.state.why}</p>
        <button type="button" onClick={() => location.reload()}>Try again</button>
      </>
    )
  }
}
