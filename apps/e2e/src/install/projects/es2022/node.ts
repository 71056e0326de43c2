/* eslint-disable @nx/enforce-module-boundaries -- a project of another kind than this one */
// What brings or takes types of Node.js.
export * as cloud from '@keg/local-cloud'
export * as iot from '@keg/local-iot'
export * as doors from '@keg/local-iot/doors'
export * as policy from '@keg/local-iot/policy'
export * as running from '@keg/local-iot/running'
export * as broker from '@keg/mqtt-broker'
export * as brokerTesting from '@keg/mqtt-broker/testing'
export * as webSocket from '@keg/mqtt-broker/web-socket'
export * as deviceSdk from '@keg/shadow-client/device-sdk'
export * as greengrass from '@keg/shadow-client/greengrass'
export * as http from '@keg/shadow-client/http'
export * as mqttJs from '@keg/shadow-client/mqttjs'
