import { invalidRequest } from '../refusal.ts'
import { operation } from './operation.ts'

export const startQueryExecution = operation('StartQueryExecution', (input, athena) => {
  const {
    QueryString: sql, QueryExecutionContext: { Catalog, Database: database } = {}, ResultConfiguration, ExecutionParameters: parameters,
  } = input
  const { name, state, outputLocation: ofGroup, enforced } = athena.workGroup(input.WorkGroup ?? 'primary')
  if (state === 'DISABLED') throw invalidRequest(`WorkGroup ${name} is disabled.`)
  const asked = ResultConfiguration?.OutputLocation || undefined
  const outputLocation = enforced ? (ofGroup ?? asked) : (asked ?? ofGroup)
  if (outputLocation === undefined) {
    throw invalidRequest('No output location provided. An output location is required either through the Workgroup result configuration setting or as an API input.')
  }
  if (!/^s3:\/\/[^/]+/.test(outputLocation)) throw invalidRequest('outputLocation is not a valid S3 path.')
  if (Catalog !== undefined && Catalog.toLowerCase() !== 'awsdatacatalog')
    throw invalidRequest(`The catalog ${Catalog} is not emulated: AwsDataCatalog is.`)
  return {
    QueryExecutionId: athena.start({ sql, database, workGroup: name, outputLocation, ...(parameters === undefined ? {} : { parameters }) }),
  }
})
