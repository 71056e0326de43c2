/* eslint-disable @nx/enforce-module-boundaries -- a project of another kind than this one */
// What needs no types of Node.js: as a page has it.
export * as constructs from '@keg/cdk-constructs'
export * as confirmDestination from '@keg/cdk-constructs/confirm-destination'
export * as messages from '@keg/message-schemas'
export * as kegMessages from '@keg/message-schemas/keg'
export * as topics from '@keg/mqtt-topics'
export * as rules from '@keg/rule-dsl'
export * as rulesTesting from '@keg/rule-dsl/testing'
export * as shadow from '@keg/shadow-client'
export * as document from '@keg/shadow-client/document'
export * as memory from '@keg/shadow-client/memory'
export * as react from '@keg/shadow-client/react'
