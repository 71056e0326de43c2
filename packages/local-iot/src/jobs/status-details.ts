import { invalidJob } from './job-error.ts'

const MAX_PAIRS = 10
const MAX_VALUE = 1024
const NAME = /^[a-zA-Z0-9:_-]{1,128}$/

const isValue = (value: string) => /^\P{C}+$/u.test(value) && value.length <= MAX_VALUE

/** Throws JobError where there is more than AWS takes: `statusDetails` of API_UpdateJobExecution and API_CancelJobExecution. */
export function checkStatusDetails(details: Readonly<Record<string, string>> | undefined): void {
  const pairs = Object.entries(details ?? {})
  if (pairs.length > MAX_PAIRS) throw invalidJob(`statusDetails can have at most ${MAX_PAIRS} name/value pairs, not ${pairs.length}.`)
  for (const [name, value] of pairs) {
    const shown = JSON.stringify(name.slice(0, 130))
    if (!NAME.test(name)) throw invalidJob(`The name ${shown} in statusDetails must be 1 to 128 letters, digits, ':', '_' and '-'.`)
    if (isValue(value)) continue
    throw invalidJob(`The value of ${shown} in statusDetails must have 1 to ${MAX_VALUE} characters, and no control characters.`)
  }
}
