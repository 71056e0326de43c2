import { ServiceException } from '@keg/aws-service'

/** The error of an answer in which AWS writes code and message in XML. */
export function errorInXml(statusCode: number, xml: string): ServiceException {
  const name = element(xml, 'Code') ?? 'UnknownError'
  return new ServiceException(name, statusCode, element(xml, 'Message') ?? name)
}

const characters: Readonly<Record<string, string>> = {
  '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': '\'', '&#39;': '\'', '&amp;': '&',
}

function element(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
  return text?.replaceAll(/&(?:lt|gt|quot|apos|#39|amp);/g, (reference) => characters[reference] ?? reference)
}
