import { objectsIn, s3Object } from '../../jobs/s3-object.ts'
import { ObjectError, type ObjectPort } from '../../objects/object-port.ts'
import type { IotCore } from '../iot-core.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import { refusing } from './refusing.ts'

interface Source {
  readonly document: string | undefined
  readonly documentSource: string | undefined
  readonly presignedUrlConfig?: { readonly roleArn?: string | undefined } | undefined
}

/**
 * The document of a job or template, given as it is or as the URL of an S3 object. Throws ServiceException.
 *
 * @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateJob.html
 */
export async function documentOf(core: IotCore, source: Source): Promise<{ document: string; documentSource?: string }> {
  const { document, documentSource, presignedUrlConfig } = source
  if (document !== undefined && documentSource !== undefined)
    throw invalidRequest('A job has a document or a documentSource, and not both.')
  const text = documentSource === undefined ? document : await read(core.objects ?? missing('documentSource'), documentSource)
  if (text === undefined) throw invalidRequest('A job needs a document, a documentSource or a jobTemplateArn.')
  if (refusing(() => objectsIn(text)).length > 0) {
    if (core.objects?.presign === undefined) missing('a presigned URL in the document')
    // create-manage-jobs.html#create-manage-jobs-presigned-URLs: "you must provide an IAM role".
    if (presignedUrlConfig?.roleArn === undefined) throw invalidRequest('presignedUrlConfig.roleArn is required for presigned URLs.')
  }
  return { document: text, ...(documentSource === undefined ? {} : { documentSource }) }
}

async function read(objects: ObjectPort, documentSource: string): Promise<string> {
  const object = s3Object(documentSource)
  if (object === undefined) throw invalidRequest(`documentSource is no URL of an S3 object: ${documentSource}`)
  try {
    return new TextDecoder().decode(await objects.read(object))
  } catch (error) {
    throw invalidRequest(`The job document can't be read from S3 at ${documentSource}: ${String(error instanceof ObjectError ? error.cause : error)}`)
  }
}

function missing(what: string): never {
  throw invalidRequest(`There is no S3 for ${what}: give createLocalIot an \`aws\` endpoint for s3.`)
}
