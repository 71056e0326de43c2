import { transportSuite } from '../testing/transport-suite.ts'
import { createMemoryShadowService } from './memory.ts'

transportSuite('memory', () => {
  const service = createMemoryShadowService({ nowSec: () => 1_700_000_000 })
  const device = service.transport()
  return {
    thingName: 'keg-1', device, app: service.transport(), setConnected: (connected) => device.setConnected(connected),
    close: () => undefined,
  }
})
