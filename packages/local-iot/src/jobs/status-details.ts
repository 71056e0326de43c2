import { invalidJob } from './job-error.ts'

const MAX_PAIRS = 10
const MAX_VALUE = 1024

/** Throws JobError where there is more than AWS takes: `statusDetails` of API_UpdateJobExecution and API_CancelJobExecution. */
export function checkStatusDetails(details: Readonly<Record<string, string>> | undefined): void {
  const pairs = Object.entries(details ?? {})
  if (pairs.length > MAX_PAIRS) throw invalidJob(`statusDetails can have at most ${MAX_PAIRS} name/value pairs, not ${pairs.length}.`)
  for (const [name, value] of pairs) {
    if (!/^[a-zA-Z0-9:_-]{1,128}$/.test(name)) throw invalidJob(`The name ${JSON.stringify(name.slice(0, 130))} in statusDetails must be 1 to 128 letters, digits, ':', '_' and '-'.`)
    if (!/^\P{C}+$/u.test(value) || value.length > MAX_VALUE) throw invalidJob(`The value of ${name} in statusDetails must have 1 to ${MAX_VALUE} characters, and no control characters.`)
  }
}
