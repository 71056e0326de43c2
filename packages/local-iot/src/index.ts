export { createLocalIot } from './adapters/create-local-iot.ts'
export type { ActionFunctions, ActionOrigin, ActionRequests } from './actions/requests.ts'
export type { Clock } from './clock.ts'
export type { MessageProperties } from './broker/message.ts'
export type { QuotaMode } from './broker/quotas.ts'
export { LocalIotError, type LocalIotErrorCode } from './local-iot-error.ts'
export type {
  Credentials, LocalIot, LocalIotEndpoints, LocalIotEvent, LocalIotLogEntry, LocalIotOptions, LocalMessage, LocalPublishOptions,
} from './local-iot.ts'
export { billUsd, usEast1Prices, type Prices } from './metering/bill.ts'
export type { Usage } from './metering/usage-meter.ts'
export type { Operations } from './operations/index.ts'
export type { ActionAnswer, RuleVerdict, WhyOptions, WhyReport } from './rules/why-report.ts'
export { ServiceException } from './operations/service-exception.ts'
