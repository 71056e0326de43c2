import { ServiceException } from '@keg/aws-service'
import { confirmNewPassword, sendPasswordCode } from '../operations/passwords.ts'
import { formPage, type Field } from './page-html.ts'
import type { PageOutcome, PageRequest } from './sign-in-pages.ts'

/** Asks whose password is forgotten, and sends a code; an unknown name looks the same. */
export async function forgotPasswordPage(
  { asked: { pool, client }, form, search, csrf, context }: PageRequest, name: Field,
): Promise<PageOutcome> {
  const show = (notice?: string, status?: number) => ({
    page: formPage({ title: 'Forgotten password', notice, fields: [name], hidden: { _csrf: csrf }, submit: 'Send a code' }, status),
  })
  if (form === undefined) return show()
  const typed = form.get('username') ?? ''
  try {
    await sendPasswordCode(pool, client, typed, context)
  } catch (error) {
    if (!(error instanceof ServiceException)) throw error
    return show(error.message, 400)
  }
  return { goTo: `confirmForgotPassword${search}&username=${encodeURIComponent(typed)}` }
}

/** Takes the code and a new password, and goes back to the sign-in page. */
export async function confirmForgotPasswordPage(
  { asked: { pool, client }, form, search, csrf, context }: PageRequest,
): Promise<PageOutcome> {
  const fields: Field[] = [
    { name: 'code', label: 'The code that was sent to you', autocomplete: 'one-time-code' },
    { name: 'password', label: 'New password', type: 'password', autocomplete: 'new-password' },
  ]
  const query = new URLSearchParams(search)
  const show = (notice?: string, status?: number) => ({
    page: formPage({ title: 'Choose a new password', notice, fields, hidden: { _csrf: csrf }, submit: 'Save' }, status),
  })
  if (form === undefined) return show()
  try {
    await confirmNewPassword({
      pool, client, name: query.get('username') ?? '', code: (form.get('code') ?? '').trim(), password: form.get('password') ?? '',
      clientMetadata: {},
    }, context)
  } catch (error) {
    if (!(error instanceof ServiceException)) throw error
    return show(error.message, 400)
  }
  query.delete('username')
  return { goTo: `login?${query.toString()}` }
}
