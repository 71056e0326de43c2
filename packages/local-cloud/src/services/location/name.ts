import { serviceName } from '../../ground/service-name.ts'

/** Amazon Location. Only its resources' names exist. */
export const location = serviceName<undefined>('location')
