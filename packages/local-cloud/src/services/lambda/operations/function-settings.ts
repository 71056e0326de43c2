import { describedInvokeConfig, describedPolicy, describedUrl } from '../function-descriptions.ts'
import { entryOf, notFound } from './named-function.ts'
import { operation } from './operation.ts'

export const getFunctionEventInvokeConfig = operation('GetFunctionEventInvokeConfig', (input, lambda) => {
  const entry = entryOf(input, lambda)
  const config = describedInvokeConfig(entry)
  if (config === undefined) throw notFound(`The function ${entry.definition.arn} doesn't have an EventInvokeConfig`)
  return config
})

export const getFunctionUrlConfig = operation('GetFunctionUrlConfig', (input, lambda) => {
  const url = describedUrl(entryOf(input, lambda))
  if (url === undefined) throw notFound()
  return url
})

export const getPolicy = operation('GetPolicy', (input, lambda) => {
  const policy = describedPolicy(entryOf(input, lambda))
  if (policy === undefined) throw notFound()
  return policy
})
