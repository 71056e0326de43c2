import { alertSuite } from '../testing/alert-suite.ts'
import { memoryAlerts } from './memory-alerts.ts'

alertSuite('memory', memoryAlerts)
