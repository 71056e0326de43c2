import { notFound } from './named-function.ts'
import { operation } from './operation.ts'

export const getEventSourceMapping = operation('GetEventSourceMapping', ({ UUID }, { eventSources }) => {
  const mapping = eventSources.mappings().find((each) => each.UUID === UUID)
  if (mapping === undefined) throw notFound()
  return mapping
})

export const listEventSourceMappings = operation('ListEventSourceMappings', ({ EventSourceArn, FunctionName }, lambda) => {
  const functionArn = FunctionName === undefined ? undefined : lambda.definition(FunctionName).arn
  const isAskedFor = (sourceArn: string, ofFunction: string) =>
    (EventSourceArn === undefined || sourceArn === EventSourceArn) && (functionArn === undefined || ofFunction === functionArn)
  const mappings = lambda.eventSources.mappings().filter((mapping) => isAskedFor(mapping.EventSourceArn, mapping.FunctionArn))
  return { EventSourceMappings: mappings }
})
