import { ArnFormat, Resource, Stack, type IResource } from 'aws-cdk-lib'
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager'
import { CfnDomainConfiguration } from 'aws-cdk-lib/aws-iot'
import type { Construct } from 'constructs'
import type { IDeviceAuthorizer } from './device-authorizer.ts'
import { TEXT } from './limits.ts'
import { present } from './present.ts'
import { Refusals } from './refusals.ts'

/** A domain configuration, made here or elsewhere. */
export interface IDomainConfiguration extends IResource {
  readonly domainConfigurationName: string
  readonly domainConfigurationArn: string
}

export type AuthenticationType = 'CUSTOM_AUTH_X509' | 'CUSTOM_AUTH' | 'AWS_X509' | 'AWS_SIGV4' | 'DEFAULT'
export type ApplicationProtocol = 'SECURE_MQTT' | 'MQTT_WSS' | 'HTTPS' | 'DEFAULT'

export interface DomainConfigurationProps {
  /** @default - a name that CloudFormation makes */
  readonly domainConfigurationName?: string
  /** A domain of yours, with `serverCertificate`. @default - an endpoint of AWS's domain */
  readonly domainName?: string
  /** Of ACM, for the domain. @default - AWS's own */
  readonly serverCertificate?: ICertificate
  /** Shows that the domain is yours, where the server certificate is none that ACM has issued. @default - none */
  readonly validationCertificate?: ICertificate
  /** @default 'DATA' */
  readonly serviceType?: 'DATA' | 'CREDENTIAL_PROVIDER' | 'JOBS'
  /** Who is asked where a client names no authorizer. @default - none */
  readonly defaultAuthorizer?: IDeviceAuthorizer
  /** Whether a client may name another authorizer than the default one. @default false */
  readonly allowAuthorizerOverride?: boolean
  /** How clients sign in. @default - by the port and the ALPN name */
  readonly authenticationType?: AuthenticationType
  /** What clients speak. @default - by the port and the ALPN name */
  readonly applicationProtocol?: ApplicationProtocol
  /** @default - AWS's, IoTSecurityPolicy_TLS13_1_2_2022_10 */
  readonly securityPolicy?: 'IoTSecurityPolicy_TLS13_1_3_2022_10'
    | 'IoTSecurityPolicy_TLS13_1_2_2022_10'
    | 'IoTSecurityPolicy_TLS12_1_2_2022_10'
    | 'IoTSecurityPolicy_TLS12_1_0_2016_01'
    | 'IoTSecurityPolicy_TLS12_1_0_2015_01'
  /** Whether AWS IoT staples an OCSP response to the server's certificate. @default false */
  readonly ocspStapling?: boolean
  /** @default true */
  readonly enabled?: boolean
}

/** What can be spoken with each kind of signing in: protocols.html of the developer guide. */
const PROTOCOLS: Readonly<Partial<Record<AuthenticationType, readonly ApplicationProtocol[]>>> = {
  AWS_X509: ['SECURE_MQTT', 'HTTPS'],
  CUSTOM_AUTH_X509: ['SECURE_MQTT', 'HTTPS'],
  AWS_SIGV4: ['MQTT_WSS', 'HTTPS'],
  CUSTOM_AUTH: ['SECURE_MQTT', 'MQTT_WSS', 'HTTPS'],
}

/**
 * An endpoint of its own: a domain of yours, how clients sign in there, and what they speak.
 *
 * @example new DomainConfiguration(this, 'Endpoint', { domainName: 'iot.example.com', serverCertificate })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-custom-endpoints-configurable.html
 */
export class DomainConfiguration extends Resource implements IDomainConfiguration {
  readonly domainConfigurationName: string
  readonly domainConfigurationArn: string

  /** A domain configuration that is there. */
  static fromDomainConfigurationArn(scope: Construct, id: string, domainConfigurationArn: string): IDomainConfiguration {
    return new ImportedDomainConfiguration(scope, id, domainConfigurationArn)
  }

  constructor(scope: Construct, id: string, props: DomainConfigurationProps = {}) {
    super(scope, id)
    this.#check(props)
    const {
      domainConfigurationName, domainName, serverCertificate, serviceType, authenticationType, applicationProtocol, securityPolicy,
      ocspStapling, enabled = true,
    } = props
    const { defaultAuthorizer, allowAuthorizerOverride = false } = props
    const configuration = new CfnDomainConfiguration(this, 'DomainConfiguration', present({
      domainConfigurationName, domainName, serviceType, authenticationType, applicationProtocol,
      domainConfigurationStatus: enabled ? 'ENABLED' : 'DISABLED',
      serverCertificateArns: serverCertificate && [serverCertificate.certificateArn],
      validationCertificateArn: props.validationCertificate?.certificateArn,
      authorizerConfig: defaultAuthorizer && { defaultAuthorizerName: defaultAuthorizer.authorizerName, allowAuthorizerOverride },
      tlsConfig: securityPolicy && { securityPolicy },
      serverCertificateConfig: ocspStapling === undefined ? undefined : { enableOcspCheck: ocspStapling },
    }))
    this.domainConfigurationName = configuration.ref
    this.domainConfigurationArn = configuration.attrArn
  }

  #check({ domainConfigurationName, domainName, serverCertificate, validationCertificate, ...props }: DomainConfigurationProps): void {
    const { authenticationType = 'DEFAULT', applicationProtocol = 'DEFAULT', defaultAuthorizer, allowAuthorizerOverride } = props
    const refusals = new Refusals(this)
    refusals.text('domainConfigurationName', domainConfigurationName, TEXT.domainConfigurationName)
    refusals.text('domainName', domainName, TEXT.domainName)
    if (domainName !== undefined && serverCertificate === undefined)
      refusals.refuse('serverCertificate', 'a domain of yours needs one of ACM; give it, or leave out domainName')
    if (domainName === undefined && serverCertificate !== undefined)
      refusals.refuse('domainName', 'a server certificate is for a domain of yours; give it, or leave out serverCertificate')
    if (validationCertificate !== undefined && serverCertificate === undefined)
      refusals.refuse('validationCertificate', 'it is for a server certificate that ACM has not issued; give serverCertificate')
    const spoken = PROTOCOLS[authenticationType]
    if (applicationProtocol !== 'DEFAULT' && spoken !== undefined && !spoken.includes(applicationProtocol)) {
      refusals.refuse(
        'applicationProtocol', `${applicationProtocol} can't be spoken with ${authenticationType}; take ${spoken.join(' or ')}`,
      )
    }
    if (defaultAuthorizer !== undefined && (authenticationType === 'AWS_X509' || authenticationType === 'AWS_SIGV4')) {
      refusals.refuse('defaultAuthorizer', `with ${authenticationType} no authorizer is asked; take CUSTOM_AUTH or CUSTOM_AUTH_X509`)
    }
    if (allowAuthorizerOverride === true && defaultAuthorizer === undefined)
      refusals.refuse('allowAuthorizerOverride', 'there is no default authorizer to override; give defaultAuthorizer')
  }
}

class ImportedDomainConfiguration extends Resource implements IDomainConfiguration {
  readonly domainConfigurationName: string
  readonly domainConfigurationArn: string

  constructor(scope: Construct, id: string, domainConfigurationArn: string) {
    super(scope, id)
    // AWS adds a suffix of its own to the name in the ARN.
    const name = Stack.of(scope).splitArn(domainConfigurationArn, ArnFormat.SLASH_RESOURCE_NAME).resourceName?.split('/')[0]
    if (name === undefined) {
      throw new Error(
        `${domainConfigurationArn} is not the ARN of a domain configuration: arn:aws:iot:REGION:ACCOUNT:domainconfiguration/NAME/SUFFIX`,
      )
    }
    this.domainConfigurationName = name
    this.domainConfigurationArn = domainConfigurationArn
  }
}
