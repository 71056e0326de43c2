import { storeFromEnvironment } from '@keg/store/environment'
import { iotCertificates } from './adapters/iot-certificates.ts'
import { takeRotation } from './fleet/retirement.ts'
import { invokedHandler } from './invoked-handler.ts'

const store = storeFromEnvironment()

/** Kegs that go by another certificate → their former ones are taken away. */
export const handler = invokedHandler({ serviceName: 'retire-certificates', store, take: takeRotation(iotCertificates(), store) })
