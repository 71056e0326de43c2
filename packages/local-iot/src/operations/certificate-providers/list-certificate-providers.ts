import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { providerArn } from './find-certificate-provider.ts'

const PAGE_SIZE = 25

export const listCertificateProviders = operation('ListCertificateProviders', ({ nextToken, ascendingOrder }, { state }) => {
  const { items, nextToken: next } = page(state.certificateProviders.keys(), (name) => name, nextToken, PAGE_SIZE, !ascendingOrder)
  return {
    certificateProviders: items.map((certificateProviderName) => ({
      certificateProviderName, certificateProviderArn: providerArn(state, certificateProviderName),
    })),
    nextToken: next,
  }
})
