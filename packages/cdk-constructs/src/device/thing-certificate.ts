import { ArnFormat, Resource, Stack, Token, type IResource } from 'aws-cdk-lib'
import { CfnCertificate, CfnPolicyPrincipalAttachment, CfnThingPrincipalAttachment } from 'aws-cdk-lib/aws-iot'
import type { Construct } from 'constructs'
import { present } from './present.ts'
import { withoutPrivateKey } from './private-keys.ts'
import { Refusals } from './refusals.ts'
import type { IThing } from './thing.ts'
import type { IThingPolicy } from './thing-policy.ts'

/** A certificate of a device, made here or elsewhere. */
export interface IThingCertificate extends IResource {
  readonly certificateArn: string
  readonly certificateId: string
}

export interface AttachThingOptions {
  /**
   * Whether the certificate is for this thing alone. Then policy variables of the thing resolve whatever the client id is, and life-cycle
   * events name the thing.
   *
   * @default true
   * @see https://docs.aws.amazon.com/iot/latest/developerguide/exclusive-thing.html
   */
  readonly exclusive?: boolean
}

/** Where a certificate comes from; the private key stays with the device, and is no part of any of these. */
export type CertificateSource =
  /** A signing request, in PEM: AWS IoT issues the certificate. */
  | { readonly csr: string }
  /** A certificate, in PEM, that somebody else has issued. */
  | {
    readonly certificatePem: string
    /** Of the CA that has issued it, which has to be registered. @default - none: for clients that send SNI */
    readonly caCertificatePem?: string
  }

export type ThingCertificateProps = CertificateSource & AttachThingOptions & {
  /** @default 'ACTIVE' */
  readonly status?: 'ACTIVE' | 'INACTIVE' | 'REVOKED'
  /** Which thing it is attached to. @default - none but by `attachThing` */
  readonly thing?: IThing
  /** What its bearer may do; ten at most. @default - nothing but by `attachPolicy` */
  readonly policies?: readonly IThingPolicy[]
}

const MAX_POLICIES = 10
/** The marker of each kind of text, and the most that AWS IoT takes of it. */
const PEM = {
  csr: {
    marker: /-----BEGIN (NEW )?CERTIFICATE REQUEST-----/, longest: 4_096, what: 'a certificate signing request in PEM',
    fix: 'openssl req -new -key private.key makes one',
  },
  certificatePem: {
    marker: /-----BEGIN CERTIFICATE-----/, longest: 65_536, what: 'a certificate in PEM', fix: 'it begins with -----BEGIN CERTIFICATE-----',
  },
  caCertificatePem: {
    marker: /-----BEGIN CERTIFICATE-----/, longest: 65_536, what: 'a certificate in PEM', fix: 'it begins with -----BEGIN CERTIFICATE-----',
  },
}

/**
 * A device's certificate, by a signing request or as somebody else has issued it, with its thing and its policies. A private key is
 * refused, and is in no template.
 *
 * @example
 * import { readFileSync } from 'node:fs'
 *
 * new ThingCertificate(this, 'Certificate', { csr: readFileSync('keg-1.csr', 'utf8'), thing, policies: [policy] })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/x509-client-certs.html
 */
export class ThingCertificate extends Resource implements IThingCertificate {
  readonly certificateArn: string
  readonly certificateId: string
  readonly #refusals = new Refusals(this)
  #policies = 0

  /** A certificate that is there. */
  static fromCertificateArn(scope: Construct, id: string, certificateArn: string): IThingCertificate {
    return new ImportedCertificate(scope, id, certificateArn)
  }

  constructor(scope: Construct, id: string, props: ThingCertificateProps) {
    super(scope, id)
    const { status = 'ACTIVE', thing, policies = [], exclusive } = props
    const certificate = new CfnCertificate(this, 'Certificate', present({ status, ...this.#source(props) }))
    this.certificateArn = certificate.attrArn
    this.certificateId = certificate.ref
    if (thing !== undefined) this.attachThing(thing, present({ exclusive }))
    for (const policy of policies) this.attachPolicy(policy)
  }

  /** Attaches the certificate to a thing. */
  attachThing({ thingName, node }: IThing, { exclusive = true }: AttachThingOptions = {}): void {
    if (this.#isAttached('thing', `Thing${node.addr}`, node.path)) return
    new CfnThingPrincipalAttachment(this, `Thing${node.addr}`, {
      thingName, principal: this.certificateArn, thingPrincipalType: exclusive ? 'EXCLUSIVE_THING' : 'NON_EXCLUSIVE_THING',
    })
  }

  /** Lets the bearer of the certificate do what the policy says. */
  attachPolicy({ policyName, node }: IThingPolicy): void {
    if (this.#isAttached('policies', `Policy${node.addr}`, node.path)) return
    this.#policies++
    if (this.#policies === MAX_POLICIES + 1)
      this.#refusals.refuse('policies', `a certificate has at most ${MAX_POLICIES}; put statements together in one`)
    new CfnPolicyPrincipalAttachment(this, `Policy${node.addr}`, { policyName, principal: this.certificateArn })
  }

  #isAttached(property: string, id: string, path: string): boolean {
    const isAttached = this.node.tryFindChild(id) !== undefined
    if (isAttached) this.#refusals.refuse(property, `${path} is attached twice; leave one out`)
    return isAttached
  }

  #source(source: CertificateSource) {
    if ('csr' in source) return { certificateSigningRequest: this.#pem('csr', source.csr) }
    const { certificatePem, caCertificatePem } = source
    return {
      certificatePem: this.#pem('certificatePem', certificatePem),
      ...(caCertificatePem === undefined
        ? { certificateMode: 'SNI_ONLY' }
        : { caCertificatePem: this.#pem('caCertificatePem', caCertificatePem) }),
    }
  }

  #pem(property: keyof typeof PEM, text: string): string | undefined {
    const { marker, longest, what, fix } = PEM[property]
    const shown = withoutPrivateKey(this, property, text, this.#refusals, `the key stays on its device: give ${what} alone`)
    if (shown === undefined || Token.isUnresolved(text)) return shown
    if (!marker.test(text)) this.#refusals.refuse(property, `it is not ${what}; ${fix}`)
    if (text.length > longest)
      this.#refusals.refuse(property, `${text.length} characters are more than AWS IoT takes; take ${longest} at most`)
    return shown
  }
}

class ImportedCertificate extends Resource implements IThingCertificate {
  readonly certificateArn: string
  readonly certificateId: string

  constructor(scope: Construct, id: string, certificateArn: string) {
    super(scope, id)
    const { resourceName } = Stack.of(scope).splitArn(certificateArn, ArnFormat.SLASH_RESOURCE_NAME)
    if (resourceName === undefined) throw new Error(`${certificateArn} is not the ARN of a certificate: arn:aws:iot:REGION:ACCOUNT:cert/ID`)
    this.certificateArn = certificateArn
    this.certificateId = resourceName
  }
}
