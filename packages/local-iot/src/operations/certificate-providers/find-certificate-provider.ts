import { invalidRequest, notFound } from '../../errors/service-exception.ts'
import type { CertificateProvider } from '../../state/certificate-providers.ts'
import type { IotState } from '../../state/iot-state.ts'

export const providerArn = (state: IotState, certificateProviderName: string) => state.arn(`certificateprovider:${certificateProviderName}`)

export function findCertificateProvider({ certificateProviders }: IotState, certificateProviderName: string): CertificateProvider {
  const provider = certificateProviders.get(certificateProviderName)
  if (provider === undefined) throw notFound(`Certificate provider not found: ${certificateProviderName}`)
  return provider
}

export function checkFunctionArn(lambdaFunctionArn: string): void {
  if (!/^arn:aws[\w-]*:lambda:[\w-]+:\d{12}:function:.+/.test(lambdaFunctionArn))
    throw invalidRequest(`Invalid ARN of a Lambda function: ${lambdaFunctionArn}`)
}
