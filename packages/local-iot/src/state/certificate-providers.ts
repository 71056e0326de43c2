/** A Lambda function that signs what devices ask to have signed. */
export interface CertificateProvider {
  readonly certificateProviderName: string
  readonly lambdaFunctionArn: string
  /** By the operations' names: of AWS's there is one. */
  readonly accountDefaultForOperations: readonly string[]
  readonly createdAtMs: number
  readonly modifiedAtMs: number
}
