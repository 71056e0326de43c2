import { LocalIotError } from '../../errors/local-iot-error.ts'
import { parsePolicyDocument, type PolicyDocument } from '../../policy/policy-document.ts'
import { malformedPolicy } from '../../errors/service-exception.ts'

/** The document read; throws AWS's MalformedPolicyException. */
export function parseDocument(text: string): PolicyDocument {
  try {
    return parsePolicyDocument(text)
  } catch (error) {
    if (error instanceof LocalIotError) throw malformedPolicy(error.message)
    throw error
  }
}
