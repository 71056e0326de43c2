export { HandlerFunction, type HandlerFunctionProps } from './handler-function.ts'
export { IngestQueue, type IngestQueueProps } from './ingest-queue.ts'
export { THING_NAME, thingAttribute, ThingPolicy, type ThingPolicyProps } from './thing-policy.ts'
export { TopicRule, toQueue, toTopic, type RuleAction, type TopicRuleProps } from './topic-rule.ts'
