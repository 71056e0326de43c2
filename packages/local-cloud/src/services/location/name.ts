import { serviceName } from '../../ground/service-name.ts'

/** Amazon Location, of which there are names alone. */
export const location = serviceName<undefined>('location')
