export { createLocalIot } from './adapters/create-local-iot.ts'
export type { AwsCall, AwsCaller, CallAws } from './actions/aws-call.ts'
export type { ActionFunctions, ActionOrigin, ActionRequests } from './actions/requests.ts'
export type { Clock } from '@keg/mqtt-broker'
export type { MessageProperties } from '@keg/mqtt-broker'
export type { QuotaMode } from '@keg/mqtt-broker'
export { cloudWatchEntry } from './logging/cloud-watch-entry.ts'
export type { LogLevel } from './logging/event-kind.ts'
export { LocalIotError, type LocalIotErrorCode } from './errors/local-iot-error.ts'
export { AWS_SERVICES } from './actions/aws-service-name.ts'
export type {
  Credentials, LocalIot, LocalIotEndpoints, LocalIotOptions, LocalMessage, LocalPublishOptions,
} from './core/local-iot.ts'
export type {
  LocalIotEvent, LocalIotLogEntry,
} from './logging/log-event.ts'
export type {
  AwsServiceName,
} from './actions/aws-service-name.ts'
export { billUsd, usEast1Prices, type Prices } from './metering/bill.ts'
export { priceUsd, usEast1PriceTable, type Price, type PriceMark, type PriceTable, type PriceTier } from './metering/price-table.ts'
export type { MessageCause, MeterReading, Usage } from './metering/usage-meter.ts'
export type { Operations } from './operations/index.ts'
export type { Receiver } from '@keg/mqtt-broker'
export type { GroupWhyReport, QueryExplanation } from './core/why-in-group.ts'
export type { ActionAnswer, RuleVerdict, WhyOptions, WhyReport } from './rules/why-report.ts'
export { ServiceException } from './errors/service-exception.ts'
