import type { User, UserPool } from '../user-pool.ts'

const HOUR_MS = 3_600_000
const SESSION_COOKIE = 'cognito'
const CSRF_COOKIE = 'XSRF-TOKEN'

/** Who is signed in with which browser, by cookie, for an hour as in AWS. A name may be another person's later; a `sub` is one person's. */
export class BrowserSessions {
  readonly #sessions = new Map<string, { readonly poolId: string; readonly sub: string; readonly expiresMs: number }>()
  readonly #nowMs: () => number
  readonly #newId: () => string

  constructor(nowMs: () => number, newId: () => string) {
    this.#nowMs = nowMs
    this.#newId = newId
  }

  /** Begins a session, and answers its cookie. */
  begin({ id }: UserPool, { attributes }: User, path: string): string {
    for (const [session, { expiresMs }] of this.#sessions) if (expiresMs < this.#nowMs()) this.#sessions.delete(session)
    const session = this.#newId() + this.#newId()
    this.#sessions.set(session, { poolId: id, sub: attributes['sub'] ?? '', expiresMs: this.#nowMs() + HOUR_MS })
    return `${SESSION_COOKIE}=${session}; Path=${path}; Max-Age=${HOUR_MS / 1000}; HttpOnly; SameSite=Lax`
  }

  /** The `sub` of the user who is signed in to the pool. */
  sub(request: Request, { id }: UserPool): string | undefined {
    const session = this.#sessions.get(cookieOf(request, SESSION_COOKIE) ?? '')
    return session !== undefined && session.poolId === id && session.expiresMs >= this.#nowMs() ? session.sub : undefined
  }

  /** Ends the sessions of a user, in every browser. */
  endOf({ id }: UserPool, { attributes }: User): void {
    for (const [session, { poolId, sub }] of this.#sessions) if (poolId === id && sub === attributes['sub']) this.#sessions.delete(session)
  }

  /** Ends the browser's session, and answers the cookie that says so. */
  end(request: Request, path: string): string {
    this.#sessions.delete(cookieOf(request, SESSION_COOKIE) ?? '')
    return `${SESSION_COOKIE}=; Path=${path}; Max-Age=0; HttpOnly; SameSite=Lax`
  }

  /** The token that a form has to send back, and the cookie that it is held against: another site can send the one, not read the other. */
  csrf(request: Request, path: string): { token: string; cookie: string } {
    const token = cookieOf(request, CSRF_COOKIE) ?? this.#newId()
    return { token, cookie: `${CSRF_COOKIE}=${token}; Path=${path}; HttpOnly; SameSite=Lax` }
  }

  isOwnForm(request: Request, form: URLSearchParams): boolean {
    const token = cookieOf(request, CSRF_COOKIE)
    return token !== undefined && form.get('_csrf') === token
  }
}

function cookieOf(request: Request, name: string): string | undefined {
  const pair = request.headers.get('cookie')?.split('; ').find((each) => each.startsWith(`${name}=`))
  return pair?.slice(name.length + 1)
}
