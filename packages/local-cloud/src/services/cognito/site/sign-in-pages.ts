import { ServiceException } from '@keg/aws-service'
import type { CognitoContext } from '../cognito-context.ts'
import { recoveryContacts } from '../account-recovery.ts'
import { confirmUser, signUpUser, userWithCode } from '../operations/sign-up.ts'
import type { User, UserPool } from '../user-pool.ts'
import type { AuthorizeRequest } from './authorize-request.ts'
import { confirmForgotPasswordPage, forgotPasswordPage } from './forgotten-password-pages.ts'
import { formPage, type Field, type FormPage } from './page-html.ts'

/** What a page is asked for with. */
export interface PageRequest {
  readonly asked: AuthorizeRequest
  /** Of the URL, with the question mark. */
  readonly search: string
  /** What was filled in; absent: the page is asked for the first time. */
  readonly form: URLSearchParams | undefined
  readonly csrf: string
  readonly context: CognitoContext
}

/** What comes of it: a user who is signed in, a page to show, or another page of the site to go to. */
export type PageOutcome = { readonly user: User } | { readonly page: Response } | { readonly goTo: string }
/** A page of the site. */
export type Page = (request: PageRequest) => Promise<PageOutcome>

/** The pages by path. @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html */
export const pages: Readonly<Record<string, Page>> = {
  '/login': signInPage,
  '/signup': signUpPage,
  '/confirmUser': confirmPage,
  '/forgotPassword': (request) => forgotPasswordPage(request, nameField(request.asked.pool, request.form)),
  '/confirmForgotPassword': confirmForgotPasswordPage,
}

async function signInPage(request: PageRequest): Promise<PageOutcome> {
  const { asked: { pool, client }, form, search, csrf, context } = request
  const links = [
    ...(recoveryContacts(pool).length === 0 ? [] : [{ href: `forgotPassword${search}`, text: 'Forgot your password?' }]),
    ...(pool.settings.adminCreateUserOnly ? [] : [{ href: `signup${search}`, text: 'Create an account' }]),
  ]
  const show = (notice?: string, status?: number) => ({
    page: formPage({
      title: 'Sign in', notice, fields: [nameField(pool, form), passwordField('current-password')], hidden: { _csrf: csrf },
      submit: 'Sign in', links,
    }, status),
  })
  if (form === undefined) return show()
  const session = form.get('session')
  try {
    const outcome = session === null
      ? await context.signIn.withPassword({ pool, client }, form.get('username') ?? '', form.get('password') ?? '')
      : await context.signIn.setNewPassword({ pool, client }, session, form.get('password') ?? '', required(pool, form))
    if (outcome.kind === 'signedIn') return { user: outcome.user }
    return { page: formPage(newPasswordPage(pool, outcome.user, { _csrf: csrf, session: outcome.session })) }
  } catch (error) {
    if (!(error instanceof ServiceException)) throw error
    if (error.name === 'PasswordResetRequiredException')
      return { goTo: `confirmForgotPassword${search}&username=${encodeURIComponent(form.get('username') ?? '')}` }
    if (error.name === 'UserNotConfirmedException')
      return { goTo: `confirmUser${search}&username=${encodeURIComponent(form.get('username') ?? '')}` }
    // A session whose password was refused is still good: it was not asked for yet.
    if (error.name === 'InvalidPasswordException' && session !== null)
      return { page: formPage({ ...newPasswordPage(pool, undefined, { _csrf: csrf, session }), notice: error.message }, 400) }
    return show(error.message, 400)
  }
}

function newPasswordPage(pool: UserPool, user: User | undefined, hidden: Readonly<Record<string, string>>): FormPage {
  const fields = requiredNames(pool).filter((name) => user !== undefined && user.attributes[name] === undefined).map(attributeField)
  return { title: 'Choose a new password', fields: [passwordField('new-password'), ...fields], hidden, submit: 'Save' }
}

async function signUpPage({ asked: { pool, client }, form, search, csrf, context }: PageRequest): Promise<PageOutcome> {
  const nameIsAttribute = pool.settings.usernameAttributes.length > 0
  const names = requiredNames(pool).filter((name) => !nameIsAttribute || !pool.settings.usernameAttributes.includes(name))
  const show = (notice?: string, status?: number) => ({
    page: formPage({
      title: 'Create an account', notice, fields: [nameField(pool, form), ...names.map(attributeField), passwordField('new-password')],
      hidden: { _csrf: csrf }, submit: 'Create',
    }, status),
  })
  if (form === undefined) return show()
  try {
    const name = form.get('username') ?? ''
    const user = await signUpUser(
      { pool, client, name, password: form.get('password') ?? '', attributes: required(pool, form), input: {} }, context,
    )
    if (user.status === 'CONFIRMED') return { user }
    await context.codes.send(pool, user, 'signUp', { clientId: client.id })
    return { goTo: `confirmUser${search}&username=${encodeURIComponent(name)}` }
  } catch (error) {
    if (error instanceof ServiceException) return show(error.message, 400)
    throw error
  }
}

async function confirmPage({ asked: { pool, client }, form, search, csrf, context }: PageRequest): Promise<PageOutcome> {
  const query = new URLSearchParams(search)
  const name = query.get('username') ?? ''
  const fields: Field[] = [{ name: 'code', label: 'The code that was sent to you', autocomplete: 'one-time-code' }]
  const show = (notice?: string, status?: number) => ({
    page: formPage({ title: 'Confirm your account', notice, fields, hidden: { _csrf: csrf }, submit: 'Confirm' }, status),
  })
  if (form === undefined) return show()
  try {
    const user = userWithCode(pool, client, name, context)
    await confirmUser({ pool, client, user, code: (form.get('code') ?? '').trim(), force: false, input: {} }, context)
    query.delete('username')
    return { goTo: `login?${query.toString()}` }
  } catch (error) {
    if (error instanceof ServiceException) return show(error.message, 400)
    throw error
  }
}

function nameField({ settings: { usernameAttributes } }: UserPool, form: URLSearchParams | undefined): Field {
  const only = usernameAttributes.length === 1 ? usernameAttributes[0] : undefined
  const label = only === 'email' ? 'E-mail address'
    : only === 'phone_number' ? 'Telephone number'
    : usernameAttributes.length > 1 ? 'E-mail address or telephone number'
    : 'User name'
  const value = form?.get('username') ?? undefined
  return {
    name: 'username', label, type: only === 'email' ? 'email' : 'text', autocomplete: 'username', ...(value === undefined ? {} : { value }),
  }
}

function passwordField(autocomplete: 'current-password' | 'new-password'): Field {
  return { name: 'password', label: 'Password', type: 'password', autocomplete }
}

function attributeField(name: string): Field {
  const types: Readonly<Record<string, Field['type']>> = { email: 'email', phone_number: 'tel' }
  const type = types[name]
  return {
    name, label: name.replace('custom:', '').replaceAll('_', ' '), autocomplete: name === 'email' ? 'email' : 'on',
    ...(type === undefined ? {} : { type }),
  }
}

/** What every user has to have, and the address that codes go to. */
function requiredNames({ settings: { schema, autoVerifiedAttributes } }: UserPool): string[] {
  return [...new Set([
    ...schema.filter(({ name, required: needed }) => needed && name !== 'sub').map(({ name }) => name), ...autoVerifiedAttributes,
  ])]
}

function required(pool: UserPool, form: URLSearchParams): Record<string, string> {
  return Object.fromEntries(requiredNames(pool).flatMap((name) => (form.get(name) === null ? [] : [[name, form.get(name) ?? '']])))
}
