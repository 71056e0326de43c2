import { Duration } from 'aws-cdk-lib'

/** AWS IoT Core quotas: actions of a rule. */
export const MAX_ACTIONS = 10
export const RULE_NAME = /^\w{1,128}$/
/** The most that SQS keeps a message for. */
export const DEAD_LETTER_DAYS = Duration.days(14)
