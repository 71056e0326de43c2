import { LocalIotError } from '../errors/local-iot-error.ts'

/** What is wrong with a provisioning template, and where in it. */
export const templateFault = (where: string, what: string): LocalIotError => new LocalIotError('TEMPLATE_INVALID', `${where}: ${what}`)
