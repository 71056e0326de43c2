import type { IotCore } from '../iot-core.ts'
import { invalidRequest, notEmulated } from '../service-exception.ts'

/**
 * The document of a job or template, given as it is or as the URL of an S3 object. Throws ServiceException.
 *
 * @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateJob.html
 */
export function documentOf(_core: IotCore, { document, documentSource }: { readonly document: string | undefined; readonly documentSource: string | undefined }): { document: string; documentSource?: string } {
  if (document !== undefined && documentSource !== undefined) throw invalidRequest('A job has a document or a documentSource, and not both.')
  if (documentSource !== undefined) throw notEmulated('The documentSource of a job')
  if (document === undefined) throw invalidRequest('A job needs a document, a documentSource or a jobTemplateArn.')
  // Devices would get the placeholder instead of a URL: create-manage-jobs.html#create-manage-jobs-presigned-URLs
  if (/\$\{aws:iot:s3-presigned-url/.test(document)) throw notEmulated('A presigned URL in a job document, ${aws:iot:s3-presigned-url:…},')
  return { document }
}
