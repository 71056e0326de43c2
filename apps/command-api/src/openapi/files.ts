import { routes } from '@keg/flows/routes'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { openApiDocument } from './document.ts'

const HEADER = '// Made of openapi.json by `nx run command-api:openapi`.\n'

/** What `nx run command-api:openapi` writes, by path in `apps/command-api`: the document, and the types of a client made of it. */
export async function openApiFiles(): Promise<ReadonlyMap<string, string>> {
  const document = JSON.stringify(openApiDocument(routes), undefined, 2)
  // It changes the document that it is given.
  const types = astToString(await openapiTypescript(document))
  return new Map([['openapi.json', `${document}\n`], ['src/testing/openapi.generated.ts', HEADER + types]])
}
