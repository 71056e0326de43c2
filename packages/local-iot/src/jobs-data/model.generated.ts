// Made by `node --conditions=@keg/source model/generate.ts` from the schemas of @aws-sdk/client-iot-jobs-data-plane,
// and constraints.json. Do not edit.
import type { Model, Route } from '@keg/aws-service'

export type Service = 'iot-jobs-data'

export const routes: readonly Route<Service>[] = [
  ['DescribeJobExecution', 'iot-jobs-data', 'GET', '/things/{thingName}/jobs/{jobId}'],
  ['GetPendingJobExecutions', 'iot-jobs-data', 'GET', '/things/{thingName}/jobs'],
  ['StartCommandExecution', 'iot-jobs-data', 'POST', '/command-executions'],
  ['StartNextPendingJobExecution', 'iot-jobs-data', 'PUT', '/things/{thingName}/jobs/$next'],
  ['UpdateJobExecution', 'iot-jobs-data', 'POST', '/things/{thingName}/jobs/{jobId}'],
]

export const model: Model = {
  structures: {
  },
  constraints: {
  },
  shapesOf: {
  },
}

export interface OperationTypes {
}
