/** A field of a form. */
export interface Field {
  readonly name: string
  readonly label: string
  readonly type?: 'text' | 'email' | 'tel' | 'password'
  /** What a browser may fill in, as `current-password`. */
  readonly autocomplete: string
  readonly value?: string
}

/** A page with one form. */
export interface FormPage {
  readonly title: string
  /** What went wrong, or what comes next; absent: nothing. */
  readonly notice?: string | undefined
  readonly fields: readonly Field[]
  readonly hidden: Readonly<Record<string, string>>
  readonly submit: string
  readonly links?: readonly { readonly href: string; readonly text: string }[]
}

const style = 'body{font:1rem/1.5 system-ui,sans-serif;max-width:22rem;margin:3rem auto;padding:0 1rem}label,input,button{display:block;width:100%;box-sizing:border-box}'
  + 'input,button{font:inherit;padding:.5rem;margin:.25rem 0 1rem}'
/** Nothing but the page itself: no script, no frame around it. */
const headers = {
  'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer',
  'content-security-policy': 'default-src \'none\'; style-src \'unsafe-inline\'; frame-ancestors \'none\'; base-uri \'none\'',
}

/** The page as a response; its form is sent to where the page came from. */
export function formPage({ title, notice, fields, hidden, submit, links = [] }: FormPage, status = 200): Response {
  return html(title, [
    ...(notice === undefined ? [] : [`<p role="alert">${escapeHtml(notice)}</p>`]),
    '<form method="post">',
    ...Object.entries(hidden).map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`),
    ...fields.map(fieldHtml),
    `<button type="submit">${escapeHtml(submit)}</button>`,
    '</form>',
    ...links.map(({ href, text }) => `<p><a href="${escapeHtml(href)}">${escapeHtml(text)}</a></p>`),
  ], status)
}

/** A page that says that nothing can be done. */
export function messagePage(title: string, message: string, status = 400): Response {
  return html(title, [`<p role="alert">${escapeHtml(message)}</p>`], status)
}

function fieldHtml({ name, label, type = 'text', autocomplete, value }: Field, index: number): string {
  const attributes = [
    `id="${name}"`, `name="${name}"`, `type="${type}"`, `autocomplete="${autocomplete}"`, 'required', ...(index === 0 ? ['autofocus'] : []),
  ]
  return `<label for="${name}">${escapeHtml(label)}</label><input ${[...attributes, ...(value === undefined ? [] : [`value="${escapeHtml(value)}"`])].join(' ')}>`
}

function html(title: string, body: readonly string[], status: number): Response {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><style>${style}</style>`
  return new Response(
    `<!doctype html><html lang="en"><head>${head}</head><body><main><h1>${escapeHtml(title)}</h1>${body.join('\n')}</main></body></html>`,
    { status, headers },
  )
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\'', '&#39;')
}
