// Made by `node --conditions=@keg/source model/generate.ts` from the schemas of the SDK's client and model/constraints. Do not edit.
import type { Model } from '@keg/aws-service'

export const model: Model = {
  structures: {
    AccountRecoverySettingType: { RecoveryMechanisms: { type: 'list:struct:RecoveryOptionType', constraint: 'RecoveryMechanismsType' } },
    AcrLevelConfigType: { AcrValue: { type: 'string', required: true } },
    AdminAddUserToGroupRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, Username: { type: 'string', required: true, constraint: 'UsernameType' }, GroupName: { type: 'string', required: true, constraint: 'GroupNameType' } },
    AdminConfirmSignUpRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, Username: { type: 'string', required: true, constraint: 'UsernameType' }, ClientMetadata: { type: 'map:string', constraint: 'ClientMetadataType' } },
    AdminConfirmSignUpResponse: { },
    AdminCreateUserConfigType: { AllowAdminCreateUserOnly: { type: 'boolean' }, UnusedAccountValidityDays: { type: 'number', constraint: 'AdminCreateUserUnusedAccountValidityDaysType' }, InviteMessageTemplate: { type: 'struct:MessageTemplateType' } },
    AdminCreateUserRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, Username: { type: 'string', required: true, constraint: 'UsernameType' }, UserAttributes: { type: 'list:struct:AttributeType' }, ValidationData: { type: 'list:struct:AttributeType' }, TemporaryPassword: { type: 'string', constraint: 'PasswordType' }, ForceAliasCreation: { type: 'boolean' }, MessageAction: { type: 'string', constraint: 'MessageActionType' }, DesiredDeliveryMediums: { type: 'list:string', constraint: 'DeliveryMediumListType' }, ClientMetadata: { type: 'map:string', constraint: 'ClientMetadataType' } },
    AdminCreateUserResponse: { User: { type: 'struct:UserType' } },
    AdminDeleteUserAttributesRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, Username: { type: 'string', required: true, constraint: 'UsernameType' }, UserAttributeNames: { type: 'list:string', required: true, constraint: 'AttributeNameListType' } },
    AdminDeleteUserAttributesResponse: { },
    AdminDeleteUserRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, Username: { type: 'string', required: true, constraint: 'UsernameType' } },
    AdminDisableUserRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, Username: { type: 'string', required: true, constraint: 'UsernameType' } },
    AdminDisableUserResponse: { },
    AdminEnableUserRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, Username: { type: 'string', required: true, constraint: 'UsernameType' } },
    AdminEnableUserResponse: { },
    AdminGetUserRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, Username: { type: 'string', required: true, constraint: 'UsernameType' } },
    AdminGetUserResponse: { Username: { type: 'string', required: true }, UserAttributes: { type: 'list:struct:AttributeType' }, UserCreateDate: { type: 'timestamp' }, UserLastModifiedDate: { type: 'timestamp' }, Enabled: { type: 'boolean' }, UserStatus: { type: 'string' }, MFAOptions: { type: 'list:struct:MFAOptionType' }, PreferredMfaSetting: { type: 'string' }, UserMFASettingList: { type: 'list:string' } },
    AdminInitiateAuthRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, ClientId: { type: 'string', required: true, constraint: 'ClientIdType' }, AuthFlow: { type: 'string', required: true, constraint: 'AuthFlowType' }, AuthParameters: { type: 'map:string', constraint: 'AuthParametersType' }, ClientMetadata: { type: 'map:string', constraint: 'ClientMetadataType' }, AnalyticsMetadata: { type: 'struct:AnalyticsMetadataType' }, ContextData: { type: 'struct:ContextDataType' }, Session: { type: 'string', constraint: 'SessionType' } },
    AdminInitiateAuthResponse: { ChallengeName: { type: 'string' }, Session: { type: 'string' }, ChallengeParameters: { type: 'map:string' }, AuthenticationResult: { type: 'struct:AuthenticationResultType' }, AvailableChallenges: { type: 'list:string' } },
    AdminListGroupsForUserRequest: { Username: { type: 'string', required: true, constraint: 'UsernameType' }, UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, Limit: { type: 'number', constraint: 'QueryLimitType' }, NextToken: { type: 'string', constraint: 'PaginationKey' } },
    AdminListGroupsForUserResponse: { Groups: { type: 'list:struct:GroupType' }, NextToken: { type: 'string' } },
    AdminRemoveUserFromGroupRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, Username: { type: 'string', required: true, constraint: 'UsernameType' }, GroupName: { type: 'string', required: true, constraint: 'GroupNameType' } },
    AdminResetUserPasswordRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, Username: { type: 'string', required: true, constraint: 'UsernameType' }, ClientMetadata: { type: 'map:string', constraint: 'ClientMetadataType' } },
    AdminResetUserPasswordResponse: { },
    AdminRespondToAuthChallengeRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, ClientId: { type: 'string', required: true, constraint: 'ClientIdType' }, ChallengeName: { type: 'string', required: true, constraint: 'ChallengeNameType' }, ChallengeResponses: { type: 'map:string', constraint: 'ChallengeResponsesType' }, Session: { type: 'string', constraint: 'SessionType' }, AnalyticsMetadata: { type: 'struct:AnalyticsMetadataType' }, ContextData: { type: 'struct:ContextDataType' }, ClientMetadata: { type: 'map:string', constraint: 'ClientMetadataType' } },
    AdminRespondToAuthChallengeResponse: { ChallengeName: { type: 'string' }, Session: { type: 'string' }, ChallengeParameters: { type: 'map:string' }, AuthenticationResult: { type: 'struct:AuthenticationResultType' }, AvailableChallenges: { type: 'list:string' } },
    AdminSetUserPasswordRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, Username: { type: 'string', required: true, constraint: 'UsernameType' }, Password: { type: 'string', required: true, constraint: 'PasswordType' }, Permanent: { type: 'boolean' } },
    AdminSetUserPasswordResponse: { },
    AdminUpdateUserAttributesRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, Username: { type: 'string', required: true, constraint: 'UsernameType' }, UserAttributes: { type: 'list:struct:AttributeType', required: true }, ClientMetadata: { type: 'map:string', constraint: 'ClientMetadataType' } },
    AdminUpdateUserAttributesResponse: { },
    AdminUserGlobalSignOutRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, Username: { type: 'string', required: true, constraint: 'UsernameType' } },
    AdminUserGlobalSignOutResponse: { },
    AdvancedSecurityAdditionalFlowsType: { CustomAuthMode: { type: 'string', constraint: 'AdvancedSecurityEnabledModeType' } },
    AnalyticsConfigurationType: { ApplicationId: { type: 'string', constraint: 'HexStringType' }, ApplicationArn: { type: 'string', constraint: 'ArnType' }, RoleArn: { type: 'string', constraint: 'ArnType' }, ExternalId: { type: 'string', constraint: 'StringType' }, UserDataShared: { type: 'boolean' } },
    AnalyticsMetadataType: { AnalyticsEndpointId: { type: 'string', constraint: 'StringType' } },
    AttributeType: { Name: { type: 'string', required: true, constraint: 'AttributeNameType' }, Value: { type: 'string', constraint: 'AttributeValueType' } },
    AuthenticationResultType: { AccessToken: { type: 'string' }, ExpiresIn: { type: 'number' }, TokenType: { type: 'string' }, RefreshToken: { type: 'string' }, IdToken: { type: 'string' }, NewDeviceMetadata: { type: 'struct:NewDeviceMetadataType' } },
    ChangePasswordRequest: { ProposedPassword: { type: 'string', required: true, constraint: 'PasswordType' }, AccessToken: { type: 'string', required: true, constraint: 'TokenModelType' }, PreviousPassword: { type: 'string', constraint: 'PasswordType' } },
    ChangePasswordResponse: { },
    CodeDeliveryDetailsType: { Destination: { type: 'string' }, DeliveryMedium: { type: 'string' }, AttributeName: { type: 'string' } },
    ConfirmForgotPasswordRequest: { ClientId: { type: 'string', required: true, constraint: 'ClientIdType' }, Username: { type: 'string', required: true, constraint: 'UsernameType' }, ConfirmationCode: { type: 'string', required: true, constraint: 'ConfirmationCodeType' }, Password: { type: 'string', required: true, constraint: 'PasswordType' }, SecretHash: { type: 'string', constraint: 'SecretHashType' }, AnalyticsMetadata: { type: 'struct:AnalyticsMetadataType' }, UserContextData: { type: 'struct:UserContextDataType' }, ClientMetadata: { type: 'map:string', constraint: 'ClientMetadataType' } },
    ConfirmForgotPasswordResponse: { },
    ConfirmSignUpRequest: { ClientId: { type: 'string', required: true, constraint: 'ClientIdType' }, Username: { type: 'string', required: true, constraint: 'UsernameType' }, ConfirmationCode: { type: 'string', required: true, constraint: 'ConfirmationCodeType' }, SecretHash: { type: 'string', constraint: 'SecretHashType' }, ForceAliasCreation: { type: 'boolean' }, AnalyticsMetadata: { type: 'struct:AnalyticsMetadataType' }, UserContextData: { type: 'struct:UserContextDataType' }, ClientMetadata: { type: 'map:string', constraint: 'ClientMetadataType' }, Session: { type: 'string', constraint: 'SessionType' } },
    ConfirmSignUpResponse: { Session: { type: 'string' } },
    ContextDataType: { IpAddress: { type: 'string', required: true, constraint: 'StringType' }, ServerName: { type: 'string', required: true, constraint: 'StringType' }, ServerPath: { type: 'string', required: true, constraint: 'StringType' }, HttpHeaders: { type: 'list:struct:HttpHeader', required: true }, EncodedData: { type: 'string', constraint: 'StringType' } },
    CreateGroupRequest: { GroupName: { type: 'string', required: true, constraint: 'GroupNameType' }, UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, Description: { type: 'string', constraint: 'DescriptionType' }, RoleArn: { type: 'string', constraint: 'ArnType' }, Precedence: { type: 'number', constraint: 'PrecedenceType' } },
    CreateGroupResponse: { Group: { type: 'struct:GroupType' } },
    CreateResourceServerRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, Identifier: { type: 'string', required: true, constraint: 'ResourceServerIdentifierType' }, Name: { type: 'string', required: true, constraint: 'ResourceServerNameType' }, Scopes: { type: 'list:struct:ResourceServerScopeType', constraint: 'ResourceServerScopeListType' } },
    CreateResourceServerResponse: { ResourceServer: { type: 'struct:ResourceServerType', required: true } },
    CreateUserPoolClientRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, ClientName: { type: 'string', required: true, constraint: 'ClientNameType' }, GenerateSecret: { type: 'boolean' }, ClientSecret: { type: 'string', constraint: 'ClientSecretType' }, RefreshTokenValidity: { type: 'number', constraint: 'RefreshTokenValidityType' }, AccessTokenValidity: { type: 'number', constraint: 'AccessTokenValidityType' }, IdTokenValidity: { type: 'number', constraint: 'IdTokenValidityType' }, TokenValidityUnits: { type: 'struct:TokenValidityUnitsType' }, ReadAttributes: { type: 'list:string', constraint: 'ClientPermissionListType' }, WriteAttributes: { type: 'list:string', constraint: 'ClientPermissionListType' }, ExplicitAuthFlows: { type: 'list:string', constraint: 'ExplicitAuthFlowsListType' }, SupportedIdentityProviders: { type: 'list:string', constraint: 'SupportedIdentityProvidersListType' }, CallbackURLs: { type: 'list:string', constraint: 'CallbackURLsListType' }, LogoutURLs: { type: 'list:string', constraint: 'LogoutURLsListType' }, DefaultRedirectURI: { type: 'string', constraint: 'RedirectUrlType' }, AllowedOAuthFlows: { type: 'list:string', constraint: 'OAuthFlowsType' }, AllowedOAuthScopes: { type: 'list:string', constraint: 'ScopeListType' }, AllowedOAuthFlowsUserPoolClient: { type: 'boolean' }, AnalyticsConfiguration: { type: 'struct:AnalyticsConfigurationType' }, PreventUserExistenceErrors: { type: 'string', constraint: 'PreventUserExistenceErrorTypes' }, EnableTokenRevocation: { type: 'boolean' }, EnablePropagateAdditionalUserContextData: { type: 'boolean' }, AuthSessionValidity: { type: 'number', constraint: 'AuthSessionValidityType' }, RefreshTokenRotation: { type: 'struct:RefreshTokenRotationType' } },
    CreateUserPoolClientResponse: { UserPoolClient: { type: 'struct:UserPoolClientType' } },
    CreateUserPoolDomainRequest: { Domain: { type: 'string', required: true, constraint: 'DomainType' }, UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, ManagedLoginVersion: { type: 'number' }, CustomDomainConfig: { type: 'struct:CustomDomainConfigType' }, Routing: { type: 'struct:RoutingType' } },
    CreateUserPoolDomainResponse: { ManagedLoginVersion: { type: 'number' }, CloudFrontDomain: { type: 'string' }, Routing: { type: 'struct:RoutingType' } },
    CreateUserPoolRequest: { PoolName: { type: 'string', required: true, constraint: 'UserPoolNameType' }, Policies: { type: 'struct:UserPoolPolicyType' }, DeletionProtection: { type: 'string', constraint: 'DeletionProtectionType' }, LambdaConfig: { type: 'struct:LambdaConfigType' }, AutoVerifiedAttributes: { type: 'list:string', constraint: 'VerifiedAttributesListType' }, AliasAttributes: { type: 'list:string', constraint: 'AliasAttributesListType' }, UsernameAttributes: { type: 'list:string', constraint: 'UsernameAttributesListType' }, SmsVerificationMessage: { type: 'string', constraint: 'SmsVerificationMessageType' }, EmailVerificationMessage: { type: 'string', constraint: 'EmailVerificationMessageType' }, EmailVerificationSubject: { type: 'string', constraint: 'EmailVerificationSubjectType' }, VerificationMessageTemplate: { type: 'struct:VerificationMessageTemplateType' }, SmsAuthenticationMessage: { type: 'string', constraint: 'SmsVerificationMessageType' }, MfaConfiguration: { type: 'string', constraint: 'UserPoolMfaType' }, UserAttributeUpdateSettings: { type: 'struct:UserAttributeUpdateSettingsType' }, DeviceConfiguration: { type: 'struct:DeviceConfigurationType' }, EmailConfiguration: { type: 'struct:EmailConfigurationType' }, SmsConfiguration: { type: 'struct:SmsConfigurationType' }, UserPoolTags: { type: 'map:string', constraint: 'UserPoolTagsType' }, AdminCreateUserConfig: { type: 'struct:AdminCreateUserConfigType' }, Schema: { type: 'list:struct:SchemaAttributeType', constraint: 'SchemaAttributesListType' }, UserPoolAddOns: { type: 'struct:UserPoolAddOnsType' }, DcrConfiguration: { type: 'struct:DcrConfigurationType' }, UsernameConfiguration: { type: 'struct:UsernameConfigurationType' }, AccountRecoverySetting: { type: 'struct:AccountRecoverySettingType' }, UserPoolTier: { type: 'string', constraint: 'UserPoolTierType' }, KeyConfiguration: { type: 'struct:KeyConfigurationType' }, IssuerConfiguration: { type: 'struct:IssuerConfigurationType' }, AcrConfiguration: { type: 'map:struct:AcrLevelConfigType' } },
    CreateUserPoolResponse: { UserPool: { type: 'struct:UserPoolType' } },
    CustomDomainConfigType: { CertificateArn: { type: 'string', required: true, constraint: 'ArnType' }, SecurityPolicy: { type: 'string', constraint: 'SecurityPolicyType' } },
    CustomEmailLambdaVersionConfigType: { LambdaVersion: { type: 'string', required: true, constraint: 'CustomEmailSenderLambdaVersionType' }, LambdaArn: { type: 'string', required: true, constraint: 'ArnType' } },
    CustomSMSLambdaVersionConfigType: { LambdaVersion: { type: 'string', required: true, constraint: 'CustomSMSSenderLambdaVersionType' }, LambdaArn: { type: 'string', required: true, constraint: 'ArnType' } },
    DcrConfigurationType: { EnableStatus: { type: 'string' }, OpenDcrEnabled: { type: 'boolean' }, AuthenticatedGrantTypes: { type: 'list:string' }, OpenDcrGrantTypes: { type: 'list:string' }, AllowedScopes: { type: 'list:string' } },
    DeleteGroupRequest: { GroupName: { type: 'string', required: true, constraint: 'GroupNameType' }, UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' } },
    DeleteResourceServerRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, Identifier: { type: 'string', required: true, constraint: 'ResourceServerIdentifierType' } },
    DeleteUserAttributesRequest: { UserAttributeNames: { type: 'list:string', required: true, constraint: 'AttributeNameListType' }, AccessToken: { type: 'string', required: true, constraint: 'TokenModelType' } },
    DeleteUserAttributesResponse: { },
    DeleteUserPoolClientRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, ClientId: { type: 'string', required: true, constraint: 'ClientIdType' } },
    DeleteUserPoolDomainRequest: { Domain: { type: 'string', required: true, constraint: 'DomainType' }, UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' } },
    DeleteUserPoolDomainResponse: { },
    DeleteUserPoolRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' } },
    DeleteUserRequest: { AccessToken: { type: 'string', required: true, constraint: 'TokenModelType' } },
    DescribeUserPoolClientRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, ClientId: { type: 'string', required: true, constraint: 'ClientIdType' } },
    DescribeUserPoolClientResponse: { UserPoolClient: { type: 'struct:UserPoolClientType' } },
    DescribeUserPoolDomainRequest: { Domain: { type: 'string', required: true, constraint: 'DomainType' } },
    DescribeUserPoolDomainResponse: { DomainDescription: { type: 'struct:DomainDescriptionType' } },
    DescribeUserPoolRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' } },
    DescribeUserPoolResponse: { UserPool: { type: 'struct:UserPoolType' } },
    DeviceConfigurationType: { ChallengeRequiredOnNewDevice: { type: 'boolean' }, DeviceOnlyRememberedOnUserPrompt: { type: 'boolean' } },
    DomainDescriptionType: { UserPoolId: { type: 'string' }, AWSAccountId: { type: 'string' }, Domain: { type: 'string' }, S3Bucket: { type: 'string' }, CloudFrontDistribution: { type: 'string' }, Version: { type: 'string' }, Status: { type: 'string' }, CustomDomainConfig: { type: 'struct:CustomDomainConfigType' }, ManagedLoginVersion: { type: 'number' }, Routing: { type: 'struct:RoutingType' } },
    EmailConfigurationType: { SourceArn: { type: 'string', constraint: 'ArnType' }, ReplyToEmailAddress: { type: 'string', constraint: 'EmailAddressType' }, EmailSendingAccount: { type: 'string', constraint: 'EmailSendingAccountType' }, From: { type: 'string', constraint: 'StringType' }, ConfigurationSet: { type: 'string', constraint: 'SESConfigurationSet' } },
    EumsSmsConfigurationType: { CallerArn: { type: 'string', required: true, constraint: 'ArnType' }, ExternalId: { type: 'string', constraint: 'StringType' }, OriginationIdentity: { type: 'string', constraint: 'StringType' }, ConfigurationSetName: { type: 'string', constraint: 'StringType' }, InEntityId: { type: 'string', constraint: 'StringType' }, InTemplateId: { type: 'string', constraint: 'StringType' }, Region: { type: 'string', constraint: 'RegionCodeType' } },
    FailoverType: { SecondaryRegion: { type: 'string', required: true, constraint: 'RegionNameType' }, PrimaryRoute53HealthCheckId: { type: 'string', required: true, constraint: 'HealthCheckIdType' } },
    ForgotPasswordRequest: { ClientId: { type: 'string', required: true, constraint: 'ClientIdType' }, Username: { type: 'string', required: true, constraint: 'UsernameType' }, SecretHash: { type: 'string', constraint: 'SecretHashType' }, UserContextData: { type: 'struct:UserContextDataType' }, AnalyticsMetadata: { type: 'struct:AnalyticsMetadataType' }, ClientMetadata: { type: 'map:string', constraint: 'ClientMetadataType' } },
    ForgotPasswordResponse: { CodeDeliveryDetails: { type: 'struct:CodeDeliveryDetailsType' } },
    GetGroupRequest: { GroupName: { type: 'string', required: true, constraint: 'GroupNameType' }, UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' } },
    GetGroupResponse: { Group: { type: 'struct:GroupType' } },
    GetUserAttributeVerificationCodeRequest: { AccessToken: { type: 'string', required: true, constraint: 'TokenModelType' }, AttributeName: { type: 'string', required: true, constraint: 'AttributeNameType' }, ClientMetadata: { type: 'map:string', constraint: 'ClientMetadataType' } },
    GetUserAttributeVerificationCodeResponse: { CodeDeliveryDetails: { type: 'struct:CodeDeliveryDetailsType' } },
    GetUserRequest: { AccessToken: { type: 'string', required: true, constraint: 'TokenModelType' } },
    GetUserResponse: { Username: { type: 'string', required: true }, UserAttributes: { type: 'list:struct:AttributeType', required: true }, MFAOptions: { type: 'list:struct:MFAOptionType' }, PreferredMfaSetting: { type: 'string' }, UserMFASettingList: { type: 'list:string' } },
    GlobalSignOutRequest: { AccessToken: { type: 'string', required: true, constraint: 'TokenModelType' } },
    GlobalSignOutResponse: { },
    GroupType: { GroupName: { type: 'string' }, UserPoolId: { type: 'string' }, Description: { type: 'string' }, RoleArn: { type: 'string' }, Precedence: { type: 'number' }, LastModifiedDate: { type: 'timestamp' }, CreationDate: { type: 'timestamp' } },
    HttpHeader: { headerName: { type: 'string', constraint: 'StringType' }, headerValue: { type: 'string', constraint: 'StringType' } },
    InboundFederationLambdaType: { LambdaVersion: { type: 'string', required: true, constraint: 'InboundFederationLambdaVersionType' }, LambdaArn: { type: 'string', required: true, constraint: 'ArnType' } },
    InitiateAuthRequest: { AuthFlow: { type: 'string', required: true, constraint: 'AuthFlowType' }, ClientId: { type: 'string', required: true, constraint: 'ClientIdType' }, AuthParameters: { type: 'map:string', constraint: 'AuthParametersType' }, ClientMetadata: { type: 'map:string', constraint: 'ClientMetadataType' }, AnalyticsMetadata: { type: 'struct:AnalyticsMetadataType' }, UserContextData: { type: 'struct:UserContextDataType' }, Session: { type: 'string', constraint: 'SessionType' } },
    InitiateAuthResponse: { ChallengeName: { type: 'string' }, Session: { type: 'string' }, ChallengeParameters: { type: 'map:string' }, AuthenticationResult: { type: 'struct:AuthenticationResultType' }, AvailableChallenges: { type: 'list:string' } },
    IssuerConfigurationType: { Type: { type: 'string', constraint: 'IssuerType' } },
    KeyConfigurationType: { KeyType: { type: 'string', constraint: 'EncryptionKeyType' }, KmsKeyArn: { type: 'string', constraint: 'EncryptionKeyArnType' } },
    LambdaConfigType: { PreSignUp: { type: 'string', constraint: 'ArnType' }, CustomMessage: { type: 'string', constraint: 'ArnType' }, PostConfirmation: { type: 'string', constraint: 'ArnType' }, PreAuthentication: { type: 'string', constraint: 'ArnType' }, PostAuthentication: { type: 'string', constraint: 'ArnType' }, DefineAuthChallenge: { type: 'string', constraint: 'ArnType' }, CreateAuthChallenge: { type: 'string', constraint: 'ArnType' }, VerifyAuthChallengeResponse: { type: 'string', constraint: 'ArnType' }, PreTokenGeneration: { type: 'string', constraint: 'ArnType' }, UserMigration: { type: 'string', constraint: 'ArnType' }, PreTokenGenerationConfig: { type: 'struct:PreTokenGenerationVersionConfigType' }, CustomSMSSender: { type: 'struct:CustomSMSLambdaVersionConfigType' }, CustomEmailSender: { type: 'struct:CustomEmailLambdaVersionConfigType' }, KMSKeyID: { type: 'string', constraint: 'ArnType' }, InboundFederation: { type: 'struct:InboundFederationLambdaType' } },
    ListGroupsRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, Limit: { type: 'number', constraint: 'QueryLimitType' }, NextToken: { type: 'string', constraint: 'PaginationKey' } },
    ListGroupsResponse: { Groups: { type: 'list:struct:GroupType' }, NextToken: { type: 'string' } },
    ListResourceServersRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, MaxResults: { type: 'number', constraint: 'ListResourceServersLimitType' }, NextToken: { type: 'string', constraint: 'PaginationKeyType' } },
    ListResourceServersResponse: { ResourceServers: { type: 'list:struct:ResourceServerType', required: true }, NextToken: { type: 'string' } },
    ListUserPoolClientsRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, MaxResults: { type: 'number', constraint: 'QueryLimit' }, NextToken: { type: 'string', constraint: 'PaginationKey' }, ClientType: { type: 'string' } },
    ListUserPoolClientsResponse: { UserPoolClients: { type: 'list:struct:UserPoolClientDescription' }, NextToken: { type: 'string' } },
    ListUserPoolsRequest: { MaxResults: { type: 'number', required: true, constraint: 'PoolQueryLimitType' }, NextToken: { type: 'string', constraint: 'PaginationKeyType' } },
    ListUserPoolsResponse: { UserPools: { type: 'list:struct:UserPoolDescriptionType' }, NextToken: { type: 'string' } },
    ListUsersInGroupRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, GroupName: { type: 'string', required: true, constraint: 'GroupNameType' }, Limit: { type: 'number', constraint: 'QueryLimitType' }, NextToken: { type: 'string', constraint: 'PaginationKey' } },
    ListUsersInGroupResponse: { Users: { type: 'list:struct:UserType' }, NextToken: { type: 'string' } },
    ListUsersRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, AttributesToGet: { type: 'list:string', constraint: 'SearchedAttributeNamesListType' }, Limit: { type: 'number', constraint: 'QueryLimitType' }, PaginationToken: { type: 'string', constraint: 'SearchPaginationTokenType' }, Filter: { type: 'string', constraint: 'UserFilterType' } },
    ListUsersResponse: { Users: { type: 'list:struct:UserType' }, PaginationToken: { type: 'string' } },
    MFAOptionType: { DeliveryMedium: { type: 'string' }, AttributeName: { type: 'string' } },
    MessageTemplateType: { SMSMessage: { type: 'string', constraint: 'SmsInviteMessageType' }, EmailMessage: { type: 'string', constraint: 'EmailInviteMessageType' }, EmailSubject: { type: 'string', constraint: 'EmailVerificationSubjectType' } },
    NewDeviceMetadataType: { DeviceKey: { type: 'string' }, DeviceGroupKey: { type: 'string' } },
    NumberAttributeConstraintsType: { MinValue: { type: 'string', constraint: 'StringType' }, MaxValue: { type: 'string', constraint: 'StringType' } },
    PasswordPolicyType: { MinimumLength: { type: 'number', constraint: 'PasswordPolicyMinLengthType' }, RequireUppercase: { type: 'boolean' }, RequireLowercase: { type: 'boolean' }, RequireNumbers: { type: 'boolean' }, RequireSymbols: { type: 'boolean' }, PasswordHistorySize: { type: 'number', constraint: 'PasswordHistorySizeType' }, TemporaryPasswordValidityDays: { type: 'number', constraint: 'TemporaryPasswordValidityDaysType' } },
    PreTokenGenerationVersionConfigType: { LambdaVersion: { type: 'string', required: true, constraint: 'PreTokenGenerationLambdaVersionType' }, LambdaArn: { type: 'string', required: true, constraint: 'ArnType' } },
    RecoveryOptionType: { Priority: { type: 'number', required: true, constraint: 'PriorityType' }, Name: { type: 'string', required: true, constraint: 'RecoveryOptionNameType' } },
    RefreshTokenRotationType: { Feature: { type: 'string', required: true, constraint: 'FeatureType' }, RetryGracePeriodSeconds: { type: 'number', constraint: 'RetryGracePeriodSecondsType' } },
    ResendConfirmationCodeRequest: { ClientId: { type: 'string', required: true, constraint: 'ClientIdType' }, Username: { type: 'string', required: true, constraint: 'UsernameType' }, SecretHash: { type: 'string', constraint: 'SecretHashType' }, UserContextData: { type: 'struct:UserContextDataType' }, AnalyticsMetadata: { type: 'struct:AnalyticsMetadataType' }, ClientMetadata: { type: 'map:string', constraint: 'ClientMetadataType' } },
    ResendConfirmationCodeResponse: { CodeDeliveryDetails: { type: 'struct:CodeDeliveryDetailsType' } },
    ResourceServerScopeType: { ScopeName: { type: 'string', required: true, constraint: 'ResourceServerScopeNameType' }, ScopeDescription: { type: 'string', required: true, constraint: 'ResourceServerScopeDescriptionType' } },
    ResourceServerType: { UserPoolId: { type: 'string' }, Identifier: { type: 'string' }, Name: { type: 'string' }, Scopes: { type: 'list:struct:ResourceServerScopeType' }, ManagedBy: { type: 'string' } },
    RespondToAuthChallengeRequest: { ClientId: { type: 'string', required: true, constraint: 'ClientIdType' }, ChallengeName: { type: 'string', required: true, constraint: 'ChallengeNameType' }, Session: { type: 'string', constraint: 'SessionType' }, ChallengeResponses: { type: 'map:string', constraint: 'ChallengeResponsesType' }, AnalyticsMetadata: { type: 'struct:AnalyticsMetadataType' }, UserContextData: { type: 'struct:UserContextDataType' }, ClientMetadata: { type: 'map:string', constraint: 'ClientMetadataType' } },
    RespondToAuthChallengeResponse: { ChallengeName: { type: 'string' }, Session: { type: 'string' }, ChallengeParameters: { type: 'map:string' }, AuthenticationResult: { type: 'struct:AuthenticationResultType' }, AvailableChallenges: { type: 'list:string' } },
    RevokeTokenRequest: { Token: { type: 'string', required: true, constraint: 'TokenModelType' }, ClientId: { type: 'string', required: true, constraint: 'ClientIdType' }, ClientSecret: { type: 'string', constraint: 'ClientSecretType' }, RevokeAssociatedSessions: { type: 'string' } },
    RevokeTokenResponse: { },
    RoutingType: { Failover: { type: 'struct:FailoverType' } },
    SchemaAttributeType: { Name: { type: 'string', constraint: 'CustomAttributeNameType' }, AttributeDataType: { type: 'string', constraint: 'AttributeDataType' }, DeveloperOnlyAttribute: { type: 'boolean' }, Mutable: { type: 'boolean' }, Required: { type: 'boolean' }, NumberAttributeConstraints: { type: 'struct:NumberAttributeConstraintsType' }, StringAttributeConstraints: { type: 'struct:StringAttributeConstraintsType' } },
    SignInPolicyType: { AllowedFirstAuthFactors: { type: 'list:string', constraint: 'AllowedFirstAuthFactorsListType' } },
    SignUpRequest: { ClientId: { type: 'string', required: true, constraint: 'ClientIdType' }, Username: { type: 'string', required: true, constraint: 'UsernameType' }, SecretHash: { type: 'string', constraint: 'SecretHashType' }, Password: { type: 'string', constraint: 'PasswordType' }, UserAttributes: { type: 'list:struct:AttributeType' }, ValidationData: { type: 'list:struct:AttributeType' }, AnalyticsMetadata: { type: 'struct:AnalyticsMetadataType' }, UserContextData: { type: 'struct:UserContextDataType' }, ClientMetadata: { type: 'map:string', constraint: 'ClientMetadataType' } },
    SignUpResponse: { UserConfirmed: { type: 'boolean', required: true }, UserSub: { type: 'string', required: true }, CodeDeliveryDetails: { type: 'struct:CodeDeliveryDetailsType' }, Session: { type: 'string' } },
    SmsConfigurationType: { SnsCallerArn: { type: 'string', constraint: 'OptionalArnType' }, ExternalId: { type: 'string', constraint: 'StringType' }, SnsRegion: { type: 'string', constraint: 'RegionCodeType' }, EumsSms: { type: 'struct:EumsSmsConfigurationType' } },
    StringAttributeConstraintsType: { MinLength: { type: 'string', constraint: 'StringType' }, MaxLength: { type: 'string', constraint: 'StringType' } },
    TokenValidityUnitsType: { AccessToken: { type: 'string', constraint: 'TimeUnitsType' }, IdToken: { type: 'string', constraint: 'TimeUnitsType' }, RefreshToken: { type: 'string', constraint: 'TimeUnitsType' } },
    UpdateGroupRequest: { GroupName: { type: 'string', required: true, constraint: 'GroupNameType' }, UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, Description: { type: 'string', constraint: 'DescriptionType' }, RoleArn: { type: 'string', constraint: 'ArnType' }, Precedence: { type: 'number', constraint: 'PrecedenceType' } },
    UpdateGroupResponse: { Group: { type: 'struct:GroupType' } },
    UpdateUserAttributesRequest: { UserAttributes: { type: 'list:struct:AttributeType', required: true }, AccessToken: { type: 'string', required: true, constraint: 'TokenModelType' }, ClientMetadata: { type: 'map:string', constraint: 'ClientMetadataType' } },
    UpdateUserAttributesResponse: { CodeDeliveryDetailsList: { type: 'list:struct:CodeDeliveryDetailsType' } },
    UpdateUserPoolClientRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, ClientId: { type: 'string', required: true, constraint: 'ClientIdType' }, ClientName: { type: 'string', constraint: 'ClientNameType' }, RefreshTokenValidity: { type: 'number', constraint: 'RefreshTokenValidityType' }, AccessTokenValidity: { type: 'number', constraint: 'AccessTokenValidityType' }, IdTokenValidity: { type: 'number', constraint: 'IdTokenValidityType' }, TokenValidityUnits: { type: 'struct:TokenValidityUnitsType' }, ReadAttributes: { type: 'list:string', constraint: 'ClientPermissionListType' }, WriteAttributes: { type: 'list:string', constraint: 'ClientPermissionListType' }, ExplicitAuthFlows: { type: 'list:string', constraint: 'ExplicitAuthFlowsListType' }, SupportedIdentityProviders: { type: 'list:string', constraint: 'SupportedIdentityProvidersListType' }, CallbackURLs: { type: 'list:string', constraint: 'CallbackURLsListType' }, LogoutURLs: { type: 'list:string', constraint: 'LogoutURLsListType' }, DefaultRedirectURI: { type: 'string', constraint: 'RedirectUrlType' }, AllowedOAuthFlows: { type: 'list:string', constraint: 'OAuthFlowsType' }, AllowedOAuthScopes: { type: 'list:string', constraint: 'ScopeListType' }, AllowedOAuthFlowsUserPoolClient: { type: 'boolean' }, AnalyticsConfiguration: { type: 'struct:AnalyticsConfigurationType' }, PreventUserExistenceErrors: { type: 'string', constraint: 'PreventUserExistenceErrorTypes' }, EnableTokenRevocation: { type: 'boolean' }, EnablePropagateAdditionalUserContextData: { type: 'boolean' }, AuthSessionValidity: { type: 'number', constraint: 'AuthSessionValidityType' }, RefreshTokenRotation: { type: 'struct:RefreshTokenRotationType' } },
    UpdateUserPoolClientResponse: { UserPoolClient: { type: 'struct:UserPoolClientType' } },
    UpdateUserPoolRequest: { UserPoolId: { type: 'string', required: true, constraint: 'UserPoolIdType' }, Policies: { type: 'struct:UserPoolPolicyType' }, DeletionProtection: { type: 'string', constraint: 'DeletionProtectionType' }, LambdaConfig: { type: 'struct:LambdaConfigType' }, AutoVerifiedAttributes: { type: 'list:string', constraint: 'VerifiedAttributesListType' }, SmsVerificationMessage: { type: 'string', constraint: 'SmsVerificationMessageType' }, EmailVerificationMessage: { type: 'string', constraint: 'EmailVerificationMessageType' }, EmailVerificationSubject: { type: 'string', constraint: 'EmailVerificationSubjectType' }, VerificationMessageTemplate: { type: 'struct:VerificationMessageTemplateType' }, SmsAuthenticationMessage: { type: 'string', constraint: 'SmsVerificationMessageType' }, UserAttributeUpdateSettings: { type: 'struct:UserAttributeUpdateSettingsType' }, MfaConfiguration: { type: 'string', constraint: 'UserPoolMfaType' }, DeviceConfiguration: { type: 'struct:DeviceConfigurationType' }, EmailConfiguration: { type: 'struct:EmailConfigurationType' }, SmsConfiguration: { type: 'struct:SmsConfigurationType' }, UserPoolTags: { type: 'map:string', constraint: 'UserPoolTagsType' }, AdminCreateUserConfig: { type: 'struct:AdminCreateUserConfigType' }, UserPoolAddOns: { type: 'struct:UserPoolAddOnsType' }, DcrConfiguration: { type: 'struct:DcrConfigurationType' }, AccountRecoverySetting: { type: 'struct:AccountRecoverySettingType' }, PoolName: { type: 'string', constraint: 'UserPoolNameType' }, UserPoolTier: { type: 'string', constraint: 'UserPoolTierType' }, KeyConfiguration: { type: 'struct:KeyConfigurationType' }, IssuerConfiguration: { type: 'struct:IssuerConfigurationType' }, AcrConfiguration: { type: 'map:struct:AcrLevelConfigType' } },
    UpdateUserPoolResponse: { },
    UserAttributeUpdateSettingsType: { AttributesRequireVerificationBeforeUpdate: { type: 'list:string', constraint: 'AttributesRequireVerificationBeforeUpdateType' } },
    UserContextDataType: { IpAddress: { type: 'string', constraint: 'StringType' }, EncodedData: { type: 'string', constraint: 'StringType' } },
    UserPoolAddOnsType: { AdvancedSecurityMode: { type: 'string', required: true, constraint: 'AdvancedSecurityModeType' }, AdvancedSecurityAdditionalFlows: { type: 'struct:AdvancedSecurityAdditionalFlowsType' } },
    UserPoolClientDescription: { ClientId: { type: 'string' }, UserPoolId: { type: 'string' }, ClientName: { type: 'string' } },
    UserPoolClientType: { UserPoolId: { type: 'string' }, ClientName: { type: 'string' }, ClientId: { type: 'string' }, ClientSecret: { type: 'string' }, LastModifiedDate: { type: 'timestamp' }, CreationDate: { type: 'timestamp' }, RefreshTokenValidity: { type: 'number' }, AccessTokenValidity: { type: 'number' }, IdTokenValidity: { type: 'number' }, TokenValidityUnits: { type: 'struct:TokenValidityUnitsType' }, ReadAttributes: { type: 'list:string' }, WriteAttributes: { type: 'list:string' }, ExplicitAuthFlows: { type: 'list:string' }, SupportedIdentityProviders: { type: 'list:string' }, CallbackURLs: { type: 'list:string' }, LogoutURLs: { type: 'list:string' }, DefaultRedirectURI: { type: 'string' }, AllowedOAuthFlows: { type: 'list:string' }, AllowedOAuthScopes: { type: 'list:string' }, AllowedOAuthFlowsUserPoolClient: { type: 'boolean' }, AnalyticsConfiguration: { type: 'struct:AnalyticsConfigurationType' }, PreventUserExistenceErrors: { type: 'string' }, EnableTokenRevocation: { type: 'boolean' }, EnablePropagateAdditionalUserContextData: { type: 'boolean' }, AuthSessionValidity: { type: 'number' }, RefreshTokenRotation: { type: 'struct:RefreshTokenRotationType' }, ClientType: { type: 'string' } },
    UserPoolDescriptionType: { Id: { type: 'string' }, Name: { type: 'string' }, LambdaConfig: { type: 'struct:LambdaConfigType' }, Status: { type: 'string' }, LastModifiedDate: { type: 'timestamp' }, CreationDate: { type: 'timestamp' }, ReplicaRegions: { type: 'list:string' } },
    UserPoolPolicyType: { PasswordPolicy: { type: 'struct:PasswordPolicyType' }, SignInPolicy: { type: 'struct:SignInPolicyType' } },
    UserPoolType: { Id: { type: 'string' }, Name: { type: 'string' }, Policies: { type: 'struct:UserPoolPolicyType' }, DeletionProtection: { type: 'string' }, LambdaConfig: { type: 'struct:LambdaConfigType' }, Status: { type: 'string' }, LastModifiedDate: { type: 'timestamp' }, CreationDate: { type: 'timestamp' }, SchemaAttributes: { type: 'list:struct:SchemaAttributeType' }, AutoVerifiedAttributes: { type: 'list:string' }, AliasAttributes: { type: 'list:string' }, UsernameAttributes: { type: 'list:string' }, SmsVerificationMessage: { type: 'string' }, EmailVerificationMessage: { type: 'string' }, EmailVerificationSubject: { type: 'string' }, VerificationMessageTemplate: { type: 'struct:VerificationMessageTemplateType' }, SmsAuthenticationMessage: { type: 'string' }, UserAttributeUpdateSettings: { type: 'struct:UserAttributeUpdateSettingsType' }, MfaConfiguration: { type: 'string' }, DeviceConfiguration: { type: 'struct:DeviceConfigurationType' }, EstimatedNumberOfUsers: { type: 'number' }, EmailConfiguration: { type: 'struct:EmailConfigurationType' }, SmsConfiguration: { type: 'struct:SmsConfigurationType' }, UserPoolTags: { type: 'map:string' }, SmsConfigurationFailure: { type: 'string' }, EmailConfigurationFailure: { type: 'string' }, Domain: { type: 'string' }, CustomDomain: { type: 'string' }, AdminCreateUserConfig: { type: 'struct:AdminCreateUserConfigType' }, UserPoolAddOns: { type: 'struct:UserPoolAddOnsType' }, DcrConfiguration: { type: 'struct:DcrConfigurationType' }, UsernameConfiguration: { type: 'struct:UsernameConfigurationType' }, Arn: { type: 'string' }, AccountRecoverySetting: { type: 'struct:AccountRecoverySettingType' }, UserPoolTier: { type: 'string' }, KeyConfiguration: { type: 'struct:KeyConfigurationType' }, IssuerConfiguration: { type: 'struct:IssuerConfigurationType' }, AcrConfiguration: { type: 'map:struct:AcrLevelConfigType' } },
    UserType: { Username: { type: 'string' }, Attributes: { type: 'list:struct:AttributeType' }, UserCreateDate: { type: 'timestamp' }, UserLastModifiedDate: { type: 'timestamp' }, Enabled: { type: 'boolean' }, UserStatus: { type: 'string' }, MFAOptions: { type: 'list:struct:MFAOptionType' } },
    UsernameConfigurationType: { CaseSensitive: { type: 'boolean', required: true } },
    VerificationMessageTemplateType: { SmsMessage: { type: 'string', constraint: 'SmsVerificationMessageType' }, EmailMessage: { type: 'string', constraint: 'EmailVerificationMessageType' }, EmailSubject: { type: 'string', constraint: 'EmailVerificationSubjectType' }, EmailMessageByLink: { type: 'string', constraint: 'EmailVerificationMessageByLinkType' }, EmailSubjectByLink: { type: 'string', constraint: 'EmailVerificationSubjectByLinkType' }, DefaultEmailOption: { type: 'string', constraint: 'DefaultEmailOptionType' } },
    VerifyUserAttributeRequest: { AccessToken: { type: 'string', required: true, constraint: 'TokenModelType' }, AttributeName: { type: 'string', required: true, constraint: 'AttributeNameType' }, Code: { type: 'string', required: true, constraint: 'ConfirmationCodeType' } },
    VerifyUserAttributeResponse: { },
  },
  constraints: {
    AccessTokenValidityType: {"min":1,"max":86400},
    AdminCreateUserUnusedAccountValidityDaysType: {"min":0,"max":365},
    AdvancedSecurityEnabledModeType: {"oneOf":["AUDIT","ENFORCED"]},
    AdvancedSecurityModeType: {"oneOf":["OFF","AUDIT","ENFORCED"]},
    AliasAttributeType: {"oneOf":["phone_number","email","preferred_username"]},
    AliasAttributesListType: {"of":"AliasAttributeType"},
    AllowedFirstAuthFactorsListType: {"min":1,"max":5,"of":"AuthFactorType"},
    ArnType: {"min":20,"max":2048,"pattern":"arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?"},
    AttributeDataType: {"oneOf":["String","Number","DateTime","Boolean"]},
    AttributeNameListType: {"of":"AttributeNameType"},
    AttributeNameType: {"min":1,"max":32,"pattern":"[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r ]+"},
    AttributeValueType: {"max":2048},
    AttributesRequireVerificationBeforeUpdateType: {"of":"VerifiedAttributeType"},
    AuthFactorType: {"oneOf":["PASSWORD","EMAIL_OTP","SMS_OTP","WEB_AUTHN","SOFTWARE_TOKEN"]},
    AuthFlowType: {"oneOf":["USER_SRP_AUTH","REFRESH_TOKEN_AUTH","REFRESH_TOKEN","CUSTOM_AUTH","ADMIN_NO_SRP_AUTH","USER_PASSWORD_AUTH","ADMIN_USER_PASSWORD_AUTH","USER_AUTH"]},
    AuthParametersType: {"of":"StringType","key":"StringType"},
    AuthSessionValidityType: {"min":3,"max":15},
    CallbackURLsListType: {"min":0,"max":100,"of":"RedirectUrlType"},
    ChallengeNameType: {"oneOf":["SMS_MFA","EMAIL_OTP","SOFTWARE_TOKEN_MFA","SELECT_MFA_TYPE","MFA_SETUP","PASSWORD_VERIFIER","CUSTOM_CHALLENGE","SELECT_CHALLENGE","DEVICE_SRP_AUTH","DEVICE_PASSWORD_VERIFIER","ADMIN_NO_SRP_AUTH","NEW_PASSWORD_REQUIRED","SMS_OTP","PASSWORD","WEB_AUTHN","PASSWORD_SRP"]},
    ChallengeResponsesType: {"of":"StringType","key":"StringType"},
    ClientIdType: {"min":1,"max":128,"pattern":"[\\w+]+"},
    ClientMetadataType: {"of":"StringType","key":"StringType"},
    ClientNameType: {"min":1,"max":128,"pattern":"[\\w\\s+=,.@-]+"},
    ClientPermissionListType: {"of":"ClientPermissionType"},
    ClientPermissionType: {"min":1,"max":2048},
    ClientSecretType: {"min":24,"max":64,"pattern":"[\\w+]+"},
    ConfirmationCodeType: {"min":1,"max":2048,"pattern":"[\\S]+"},
    CustomAttributeNameType: {"min":1,"max":20,"pattern":"[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+"},
    CustomEmailSenderLambdaVersionType: {"oneOf":["V1_0"]},
    CustomSMSSenderLambdaVersionType: {"oneOf":["V1_0"]},
    DefaultEmailOptionType: {"oneOf":["CONFIRM_WITH_LINK","CONFIRM_WITH_CODE"]},
    DeletionProtectionType: {"oneOf":["ACTIVE","INACTIVE"]},
    DeliveryMediumListType: {"of":"DeliveryMediumType"},
    DeliveryMediumType: {"oneOf":["SMS","EMAIL"]},
    DescriptionType: {"max":2048},
    DomainType: {"min":1,"max":63,"pattern":"^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$"},
    EmailAddressType: {"pattern":"[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+@[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+"},
    EmailInviteMessageType: {"min":6,"max":20000,"pattern":"[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*"},
    EmailSendingAccountType: {"oneOf":["COGNITO_DEFAULT","DEVELOPER"]},
    EmailVerificationMessageByLinkType: {"min":6,"max":20000,"pattern":"[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*\\{##[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*##\\}[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*"},
    EmailVerificationMessageType: {"min":6,"max":20000,"pattern":"[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*\\{####\\}[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*"},
    EmailVerificationSubjectByLinkType: {"min":1,"max":140,"pattern":"[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+"},
    EmailVerificationSubjectType: {"min":1,"max":140,"pattern":"[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+"},
    EncryptionKeyArnType: {"min":20,"max":2048,"pattern":"arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?"},
    EncryptionKeyType: {"oneOf":["AWS_OWNED_KEY","CUSTOMER_MANAGED_KEY"]},
    ExplicitAuthFlowsListType: {"of":"ExplicitAuthFlowsType"},
    ExplicitAuthFlowsType: {"oneOf":["ADMIN_NO_SRP_AUTH","CUSTOM_AUTH_FLOW_ONLY","USER_PASSWORD_AUTH","ALLOW_ADMIN_USER_PASSWORD_AUTH","ALLOW_CUSTOM_AUTH","ALLOW_USER_PASSWORD_AUTH","ALLOW_USER_SRP_AUTH","ALLOW_REFRESH_TOKEN_AUTH","ALLOW_USER_AUTH"]},
    FeatureType: {"oneOf":["ENABLED","DISABLED"]},
    GroupNameType: {"min":1,"max":128,"pattern":"[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+"},
    HealthCheckIdType: {"max":64},
    HexStringType: {"pattern":"^[0-9a-fA-F]+$"},
    IdTokenValidityType: {"min":1,"max":86400},
    InboundFederationLambdaVersionType: {"oneOf":["V1_0"]},
    IssuerType: {"oneOf":["ORIGINAL","UPDATED"]},
    ListResourceServersLimitType: {"min":1,"max":50},
    LogoutURLsListType: {"min":0,"max":100,"of":"RedirectUrlType"},
    MessageActionType: {"oneOf":["RESEND","SUPPRESS"]},
    OAuthFlowType: {"oneOf":["code","implicit","client_credentials"]},
    OAuthFlowsType: {"min":0,"max":3,"of":"OAuthFlowType"},
    OptionalArnType: {"min":0,"max":2048,"pattern":"(arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?)?"},
    PaginationKey: {"min":1,"max":131072,"pattern":"[\\S]+"},
    PaginationKeyType: {"min":1,"pattern":"[\\S]+"},
    PasswordHistorySizeType: {"min":0,"max":24},
    PasswordPolicyMinLengthType: {"min":6,"max":99},
    PasswordType: {"max":256,"pattern":"[\\S]+"},
    PoolQueryLimitType: {"min":1,"max":60},
    PreTokenGenerationLambdaVersionType: {"oneOf":["V1_0","V2_0","V3_0"]},
    PrecedenceType: {"min":0},
    PreventUserExistenceErrorTypes: {"oneOf":["LEGACY","ENABLED"]},
    PriorityType: {"min":1,"max":2},
    ProviderNameType: {"min":1,"max":32,"pattern":"[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]+"},
    QueryLimit: {"min":1,"max":60},
    QueryLimitType: {"min":0,"max":60},
    RecoveryMechanismsType: {"min":1,"max":2},
    RecoveryOptionNameType: {"oneOf":["verified_email","verified_phone_number","admin_only"]},
    RedirectUrlType: {"min":1,"max":1024,"pattern":"[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+"},
    RefreshTokenValidityType: {"min":0,"max":315360000},
    RegionCodeType: {"min":5,"max":32},
    RegionNameType: {"min":5,"max":32},
    ResourceServerIdentifierType: {"min":1,"max":256,"pattern":"[\\x21\\x23-\\x5B\\x5D-\\x7E]+"},
    ResourceServerNameType: {"min":1,"max":256,"pattern":"[\\w\\s+=,.@-]+"},
    ResourceServerScopeDescriptionType: {"min":1,"max":256},
    ResourceServerScopeListType: {"max":100},
    ResourceServerScopeNameType: {"min":1,"max":256,"pattern":"[\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]+"},
    RetryGracePeriodSecondsType: {"min":0,"max":60},
    SESConfigurationSet: {"min":1,"max":64,"pattern":"^[a-zA-Z0-9_-]+$"},
    SchemaAttributesListType: {"min":1,"max":50},
    ScopeListType: {"max":50,"of":"ScopeType"},
    ScopeType: {"min":1,"max":256,"pattern":"[\\x21\\x23-\\x5B\\x5D-\\x7E]+"},
    SearchPaginationTokenType: {"min":1,"pattern":"[\\S]+"},
    SearchedAttributeNamesListType: {"of":"AttributeNameType"},
    SecretHashType: {"min":1,"max":128,"pattern":"[\\w+=/]+"},
    SecurityPolicyType: {"oneOf":["TLS_V1","TLS_V1_2_2021","TLS_V1_3_2025"]},
    SessionType: {"min":20,"max":2048},
    SmsInviteMessageType: {"min":6,"max":140,"pattern":"(?s).*"},
    SmsVerificationMessageType: {"min":6,"max":140,"pattern":".*\\{####\\}.*"},
    StringType: {"min":0,"max":131072},
    SupportedIdentityProvidersListType: {"of":"ProviderNameType"},
    TagKeysType: {"min":1,"max":128},
    TagValueType: {"min":0,"max":256},
    TemporaryPasswordValidityDaysType: {"min":0,"max":365},
    TimeUnitsType: {"oneOf":["seconds","minutes","hours","days"]},
    TokenModelType: {"pattern":"[A-Za-z0-9-_=.]+"},
    UserFilterType: {"max":256},
    UserPoolIdType: {"min":1,"max":55,"pattern":"[\\w-]+_[0-9a-zA-Z]+"},
    UserPoolMfaType: {"oneOf":["OFF","ON","OPTIONAL"]},
    UserPoolNameType: {"min":1,"max":128,"pattern":"[\\w\\s+=,.@-]+"},
    UserPoolTagsType: {"of":"TagValueType","key":"TagKeysType"},
    UserPoolTierType: {"oneOf":["LITE","ESSENTIALS","PLUS"]},
    UsernameAttributeType: {"oneOf":["phone_number","email"]},
    UsernameAttributesListType: {"of":"UsernameAttributeType"},
    UsernameType: {"min":1,"max":128,"pattern":"[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+"},
    VerifiedAttributeType: {"oneOf":["phone_number","email"]},
    VerifiedAttributesListType: {"of":"VerifiedAttributeType"},
  },
  shapesOf: {
    AdminAddUserToGroup: { input: 'AdminAddUserToGroupRequest', output: undefined },
    AdminConfirmSignUp: { input: 'AdminConfirmSignUpRequest', output: 'AdminConfirmSignUpResponse' },
    AdminCreateUser: { input: 'AdminCreateUserRequest', output: 'AdminCreateUserResponse' },
    AdminDeleteUser: { input: 'AdminDeleteUserRequest', output: undefined },
    AdminDeleteUserAttributes: { input: 'AdminDeleteUserAttributesRequest', output: 'AdminDeleteUserAttributesResponse' },
    AdminDisableUser: { input: 'AdminDisableUserRequest', output: 'AdminDisableUserResponse' },
    AdminEnableUser: { input: 'AdminEnableUserRequest', output: 'AdminEnableUserResponse' },
    AdminGetUser: { input: 'AdminGetUserRequest', output: 'AdminGetUserResponse' },
    AdminInitiateAuth: { input: 'AdminInitiateAuthRequest', output: 'AdminInitiateAuthResponse' },
    AdminListGroupsForUser: { input: 'AdminListGroupsForUserRequest', output: 'AdminListGroupsForUserResponse' },
    AdminRemoveUserFromGroup: { input: 'AdminRemoveUserFromGroupRequest', output: undefined },
    AdminResetUserPassword: { input: 'AdminResetUserPasswordRequest', output: 'AdminResetUserPasswordResponse' },
    AdminRespondToAuthChallenge: { input: 'AdminRespondToAuthChallengeRequest', output: 'AdminRespondToAuthChallengeResponse' },
    AdminSetUserPassword: { input: 'AdminSetUserPasswordRequest', output: 'AdminSetUserPasswordResponse' },
    AdminUpdateUserAttributes: { input: 'AdminUpdateUserAttributesRequest', output: 'AdminUpdateUserAttributesResponse' },
    AdminUserGlobalSignOut: { input: 'AdminUserGlobalSignOutRequest', output: 'AdminUserGlobalSignOutResponse' },
    ChangePassword: { input: 'ChangePasswordRequest', output: 'ChangePasswordResponse' },
    ConfirmForgotPassword: { input: 'ConfirmForgotPasswordRequest', output: 'ConfirmForgotPasswordResponse' },
    ConfirmSignUp: { input: 'ConfirmSignUpRequest', output: 'ConfirmSignUpResponse' },
    CreateGroup: { input: 'CreateGroupRequest', output: 'CreateGroupResponse' },
    CreateResourceServer: { input: 'CreateResourceServerRequest', output: 'CreateResourceServerResponse' },
    CreateUserPool: { input: 'CreateUserPoolRequest', output: 'CreateUserPoolResponse' },
    CreateUserPoolClient: { input: 'CreateUserPoolClientRequest', output: 'CreateUserPoolClientResponse' },
    CreateUserPoolDomain: { input: 'CreateUserPoolDomainRequest', output: 'CreateUserPoolDomainResponse' },
    DeleteGroup: { input: 'DeleteGroupRequest', output: undefined },
    DeleteResourceServer: { input: 'DeleteResourceServerRequest', output: undefined },
    DeleteUser: { input: 'DeleteUserRequest', output: undefined },
    DeleteUserAttributes: { input: 'DeleteUserAttributesRequest', output: 'DeleteUserAttributesResponse' },
    DeleteUserPool: { input: 'DeleteUserPoolRequest', output: undefined },
    DeleteUserPoolClient: { input: 'DeleteUserPoolClientRequest', output: undefined },
    DeleteUserPoolDomain: { input: 'DeleteUserPoolDomainRequest', output: 'DeleteUserPoolDomainResponse' },
    DescribeUserPool: { input: 'DescribeUserPoolRequest', output: 'DescribeUserPoolResponse' },
    DescribeUserPoolClient: { input: 'DescribeUserPoolClientRequest', output: 'DescribeUserPoolClientResponse' },
    DescribeUserPoolDomain: { input: 'DescribeUserPoolDomainRequest', output: 'DescribeUserPoolDomainResponse' },
    ForgotPassword: { input: 'ForgotPasswordRequest', output: 'ForgotPasswordResponse' },
    GetGroup: { input: 'GetGroupRequest', output: 'GetGroupResponse' },
    GetUser: { input: 'GetUserRequest', output: 'GetUserResponse' },
    GetUserAttributeVerificationCode: { input: 'GetUserAttributeVerificationCodeRequest', output: 'GetUserAttributeVerificationCodeResponse' },
    GlobalSignOut: { input: 'GlobalSignOutRequest', output: 'GlobalSignOutResponse' },
    InitiateAuth: { input: 'InitiateAuthRequest', output: 'InitiateAuthResponse' },
    ListGroups: { input: 'ListGroupsRequest', output: 'ListGroupsResponse' },
    ListResourceServers: { input: 'ListResourceServersRequest', output: 'ListResourceServersResponse' },
    ListUserPoolClients: { input: 'ListUserPoolClientsRequest', output: 'ListUserPoolClientsResponse' },
    ListUserPools: { input: 'ListUserPoolsRequest', output: 'ListUserPoolsResponse' },
    ListUsers: { input: 'ListUsersRequest', output: 'ListUsersResponse' },
    ListUsersInGroup: { input: 'ListUsersInGroupRequest', output: 'ListUsersInGroupResponse' },
    ResendConfirmationCode: { input: 'ResendConfirmationCodeRequest', output: 'ResendConfirmationCodeResponse' },
    RespondToAuthChallenge: { input: 'RespondToAuthChallengeRequest', output: 'RespondToAuthChallengeResponse' },
    RevokeToken: { input: 'RevokeTokenRequest', output: 'RevokeTokenResponse' },
    SignUp: { input: 'SignUpRequest', output: 'SignUpResponse' },
    UpdateGroup: { input: 'UpdateGroupRequest', output: 'UpdateGroupResponse' },
    UpdateUserAttributes: { input: 'UpdateUserAttributesRequest', output: 'UpdateUserAttributesResponse' },
    UpdateUserPool: { input: 'UpdateUserPoolRequest', output: 'UpdateUserPoolResponse' },
    UpdateUserPoolClient: { input: 'UpdateUserPoolClientRequest', output: 'UpdateUserPoolClientResponse' },
    VerifyUserAttribute: { input: 'VerifyUserAttributeRequest', output: 'VerifyUserAttributeResponse' },
  },
}

export interface AccountRecoverySettingType {
  readonly RecoveryMechanisms?: readonly (RecoveryOptionType)[] | undefined
}

export interface AcrLevelConfigType {
  readonly AcrValue: string
}

export interface AdminAddUserToGroupRequest {
  readonly UserPoolId: string
  readonly Username: string
  readonly GroupName: string
}

export interface AdminConfirmSignUpRequest {
  readonly UserPoolId: string
  readonly Username: string
  readonly ClientMetadata?: Readonly<Record<string, string>> | undefined
}

export interface AdminConfirmSignUpResponse {
}

export interface AdminCreateUserConfigType {
  readonly AllowAdminCreateUserOnly?: boolean | undefined
  readonly UnusedAccountValidityDays?: number | undefined
  readonly InviteMessageTemplate?: MessageTemplateType | undefined
}

export interface AdminCreateUserRequest {
  readonly UserPoolId: string
  readonly Username: string
  readonly UserAttributes?: readonly (AttributeType)[] | undefined
  readonly ValidationData?: readonly (AttributeType)[] | undefined
  readonly TemporaryPassword?: string | undefined
  readonly ForceAliasCreation?: boolean | undefined
  readonly MessageAction?: string | undefined
  readonly DesiredDeliveryMediums?: readonly (string)[] | undefined
  readonly ClientMetadata?: Readonly<Record<string, string>> | undefined
}

export interface AdminCreateUserResponse {
  readonly User?: UserType | undefined
}

export interface AdminDeleteUserAttributesRequest {
  readonly UserPoolId: string
  readonly Username: string
  readonly UserAttributeNames: readonly (string)[]
}

export interface AdminDeleteUserAttributesResponse {
}

export interface AdminDeleteUserRequest {
  readonly UserPoolId: string
  readonly Username: string
}

export interface AdminDisableUserRequest {
  readonly UserPoolId: string
  readonly Username: string
}

export interface AdminDisableUserResponse {
}

export interface AdminEnableUserRequest {
  readonly UserPoolId: string
  readonly Username: string
}

export interface AdminEnableUserResponse {
}

export interface AdminGetUserRequest {
  readonly UserPoolId: string
  readonly Username: string
}

export interface AdminGetUserResponse {
  readonly Username: string
  readonly UserAttributes?: readonly (AttributeType)[] | undefined
  readonly UserCreateDate?: number | undefined
  readonly UserLastModifiedDate?: number | undefined
  readonly Enabled?: boolean | undefined
  readonly UserStatus?: string | undefined
  readonly MFAOptions?: readonly (MFAOptionType)[] | undefined
  readonly PreferredMfaSetting?: string | undefined
  readonly UserMFASettingList?: readonly (string)[] | undefined
}

export interface AdminInitiateAuthRequest {
  readonly UserPoolId: string
  readonly ClientId: string
  readonly AuthFlow: string
  readonly AuthParameters?: Readonly<Record<string, string>> | undefined
  readonly ClientMetadata?: Readonly<Record<string, string>> | undefined
  readonly AnalyticsMetadata?: AnalyticsMetadataType | undefined
  readonly ContextData?: ContextDataType | undefined
  readonly Session?: string | undefined
}

export interface AdminInitiateAuthResponse {
  readonly ChallengeName?: string | undefined
  readonly Session?: string | undefined
  readonly ChallengeParameters?: Readonly<Record<string, string>> | undefined
  readonly AuthenticationResult?: AuthenticationResultType | undefined
  readonly AvailableChallenges?: readonly (string)[] | undefined
}

export interface AdminListGroupsForUserRequest {
  readonly Username: string
  readonly UserPoolId: string
  readonly Limit?: number | undefined
  readonly NextToken?: string | undefined
}

export interface AdminListGroupsForUserResponse {
  readonly Groups?: readonly (GroupType)[] | undefined
  readonly NextToken?: string | undefined
}

export interface AdminRemoveUserFromGroupRequest {
  readonly UserPoolId: string
  readonly Username: string
  readonly GroupName: string
}

export interface AdminResetUserPasswordRequest {
  readonly UserPoolId: string
  readonly Username: string
  readonly ClientMetadata?: Readonly<Record<string, string>> | undefined
}

export interface AdminResetUserPasswordResponse {
}

export interface AdminRespondToAuthChallengeRequest {
  readonly UserPoolId: string
  readonly ClientId: string
  readonly ChallengeName: string
  readonly ChallengeResponses?: Readonly<Record<string, string>> | undefined
  readonly Session?: string | undefined
  readonly AnalyticsMetadata?: AnalyticsMetadataType | undefined
  readonly ContextData?: ContextDataType | undefined
  readonly ClientMetadata?: Readonly<Record<string, string>> | undefined
}

export interface AdminRespondToAuthChallengeResponse {
  readonly ChallengeName?: string | undefined
  readonly Session?: string | undefined
  readonly ChallengeParameters?: Readonly<Record<string, string>> | undefined
  readonly AuthenticationResult?: AuthenticationResultType | undefined
  readonly AvailableChallenges?: readonly (string)[] | undefined
}

export interface AdminSetUserPasswordRequest {
  readonly UserPoolId: string
  readonly Username: string
  readonly Password: string
  readonly Permanent?: boolean | undefined
}

export interface AdminSetUserPasswordResponse {
}

export interface AdminUpdateUserAttributesRequest {
  readonly UserPoolId: string
  readonly Username: string
  readonly UserAttributes: readonly (AttributeType)[]
  readonly ClientMetadata?: Readonly<Record<string, string>> | undefined
}

export interface AdminUpdateUserAttributesResponse {
}

export interface AdminUserGlobalSignOutRequest {
  readonly UserPoolId: string
  readonly Username: string
}

export interface AdminUserGlobalSignOutResponse {
}

export interface AdvancedSecurityAdditionalFlowsType {
  readonly CustomAuthMode?: string | undefined
}

export interface AnalyticsConfigurationType {
  readonly ApplicationId?: string | undefined
  readonly ApplicationArn?: string | undefined
  readonly RoleArn?: string | undefined
  readonly ExternalId?: string | undefined
  readonly UserDataShared?: boolean | undefined
}

export interface AnalyticsMetadataType {
  readonly AnalyticsEndpointId?: string | undefined
}

export interface AttributeType {
  readonly Name: string
  readonly Value?: string | undefined
}

export interface AuthenticationResultType {
  readonly AccessToken?: string | undefined
  readonly ExpiresIn?: number | undefined
  readonly TokenType?: string | undefined
  readonly RefreshToken?: string | undefined
  readonly IdToken?: string | undefined
  readonly NewDeviceMetadata?: NewDeviceMetadataType | undefined
}

export interface ChangePasswordRequest {
  readonly ProposedPassword: string
  readonly AccessToken: string
  readonly PreviousPassword?: string | undefined
}

export interface ChangePasswordResponse {
}

export interface CodeDeliveryDetailsType {
  readonly Destination?: string | undefined
  readonly DeliveryMedium?: string | undefined
  readonly AttributeName?: string | undefined
}

export interface ConfirmForgotPasswordRequest {
  readonly ClientId: string
  readonly Username: string
  readonly ConfirmationCode: string
  readonly Password: string
  readonly SecretHash?: string | undefined
  readonly AnalyticsMetadata?: AnalyticsMetadataType | undefined
  readonly UserContextData?: UserContextDataType | undefined
  readonly ClientMetadata?: Readonly<Record<string, string>> | undefined
}

export interface ConfirmForgotPasswordResponse {
}

export interface ConfirmSignUpRequest {
  readonly ClientId: string
  readonly Username: string
  readonly ConfirmationCode: string
  readonly SecretHash?: string | undefined
  readonly ForceAliasCreation?: boolean | undefined
  readonly AnalyticsMetadata?: AnalyticsMetadataType | undefined
  readonly UserContextData?: UserContextDataType | undefined
  readonly ClientMetadata?: Readonly<Record<string, string>> | undefined
  readonly Session?: string | undefined
}

export interface ConfirmSignUpResponse {
  readonly Session?: string | undefined
}

export interface ContextDataType {
  readonly IpAddress: string
  readonly ServerName: string
  readonly ServerPath: string
  readonly HttpHeaders: readonly (HttpHeader)[]
  readonly EncodedData?: string | undefined
}

export interface CreateGroupRequest {
  readonly GroupName: string
  readonly UserPoolId: string
  readonly Description?: string | undefined
  readonly RoleArn?: string | undefined
  readonly Precedence?: number | undefined
}

export interface CreateGroupResponse {
  readonly Group?: GroupType | undefined
}

export interface CreateResourceServerRequest {
  readonly UserPoolId: string
  readonly Identifier: string
  readonly Name: string
  readonly Scopes?: readonly (ResourceServerScopeType)[] | undefined
}

export interface CreateResourceServerResponse {
  readonly ResourceServer: ResourceServerType
}

export interface CreateUserPoolClientRequest {
  readonly UserPoolId: string
  readonly ClientName: string
  readonly GenerateSecret?: boolean | undefined
  readonly ClientSecret?: string | undefined
  readonly RefreshTokenValidity?: number | undefined
  readonly AccessTokenValidity?: number | undefined
  readonly IdTokenValidity?: number | undefined
  readonly TokenValidityUnits?: TokenValidityUnitsType | undefined
  readonly ReadAttributes?: readonly (string)[] | undefined
  readonly WriteAttributes?: readonly (string)[] | undefined
  readonly ExplicitAuthFlows?: readonly (string)[] | undefined
  readonly SupportedIdentityProviders?: readonly (string)[] | undefined
  readonly CallbackURLs?: readonly (string)[] | undefined
  readonly LogoutURLs?: readonly (string)[] | undefined
  readonly DefaultRedirectURI?: string | undefined
  readonly AllowedOAuthFlows?: readonly (string)[] | undefined
  readonly AllowedOAuthScopes?: readonly (string)[] | undefined
  readonly AllowedOAuthFlowsUserPoolClient?: boolean | undefined
  readonly AnalyticsConfiguration?: AnalyticsConfigurationType | undefined
  readonly PreventUserExistenceErrors?: string | undefined
  readonly EnableTokenRevocation?: boolean | undefined
  readonly EnablePropagateAdditionalUserContextData?: boolean | undefined
  readonly AuthSessionValidity?: number | undefined
  readonly RefreshTokenRotation?: RefreshTokenRotationType | undefined
}

export interface CreateUserPoolClientResponse {
  readonly UserPoolClient?: UserPoolClientType | undefined
}

export interface CreateUserPoolDomainRequest {
  readonly Domain: string
  readonly UserPoolId: string
  readonly ManagedLoginVersion?: number | undefined
  readonly CustomDomainConfig?: CustomDomainConfigType | undefined
  readonly Routing?: RoutingType | undefined
}

export interface CreateUserPoolDomainResponse {
  readonly ManagedLoginVersion?: number | undefined
  readonly CloudFrontDomain?: string | undefined
  readonly Routing?: RoutingType | undefined
}

export interface CreateUserPoolRequest {
  readonly PoolName: string
  readonly Policies?: UserPoolPolicyType | undefined
  readonly DeletionProtection?: string | undefined
  readonly LambdaConfig?: LambdaConfigType | undefined
  readonly AutoVerifiedAttributes?: readonly (string)[] | undefined
  readonly AliasAttributes?: readonly (string)[] | undefined
  readonly UsernameAttributes?: readonly (string)[] | undefined
  readonly SmsVerificationMessage?: string | undefined
  readonly EmailVerificationMessage?: string | undefined
  readonly EmailVerificationSubject?: string | undefined
  readonly VerificationMessageTemplate?: VerificationMessageTemplateType | undefined
  readonly SmsAuthenticationMessage?: string | undefined
  readonly MfaConfiguration?: string | undefined
  readonly UserAttributeUpdateSettings?: UserAttributeUpdateSettingsType | undefined
  readonly DeviceConfiguration?: DeviceConfigurationType | undefined
  readonly EmailConfiguration?: EmailConfigurationType | undefined
  readonly SmsConfiguration?: SmsConfigurationType | undefined
  readonly UserPoolTags?: Readonly<Record<string, string>> | undefined
  readonly AdminCreateUserConfig?: AdminCreateUserConfigType | undefined
  readonly Schema?: readonly (SchemaAttributeType)[] | undefined
  readonly UserPoolAddOns?: UserPoolAddOnsType | undefined
  readonly DcrConfiguration?: DcrConfigurationType | undefined
  readonly UsernameConfiguration?: UsernameConfigurationType | undefined
  readonly AccountRecoverySetting?: AccountRecoverySettingType | undefined
  readonly UserPoolTier?: string | undefined
  readonly KeyConfiguration?: KeyConfigurationType | undefined
  readonly IssuerConfiguration?: IssuerConfigurationType | undefined
  readonly AcrConfiguration?: Readonly<Record<string, AcrLevelConfigType>> | undefined
}

export interface CreateUserPoolResponse {
  readonly UserPool?: UserPoolType | undefined
}

export interface CustomDomainConfigType {
  readonly CertificateArn: string
  readonly SecurityPolicy?: string | undefined
}

export interface CustomEmailLambdaVersionConfigType {
  readonly LambdaVersion: string
  readonly LambdaArn: string
}

export interface CustomSMSLambdaVersionConfigType {
  readonly LambdaVersion: string
  readonly LambdaArn: string
}

export interface DcrConfigurationType {
  readonly EnableStatus?: string | undefined
  readonly OpenDcrEnabled?: boolean | undefined
  readonly AuthenticatedGrantTypes?: readonly (string)[] | undefined
  readonly OpenDcrGrantTypes?: readonly (string)[] | undefined
  readonly AllowedScopes?: readonly (string)[] | undefined
}

export interface DeleteGroupRequest {
  readonly GroupName: string
  readonly UserPoolId: string
}

export interface DeleteResourceServerRequest {
  readonly UserPoolId: string
  readonly Identifier: string
}

export interface DeleteUserAttributesRequest {
  readonly UserAttributeNames: readonly (string)[]
  readonly AccessToken: string
}

export interface DeleteUserAttributesResponse {
}

export interface DeleteUserPoolClientRequest {
  readonly UserPoolId: string
  readonly ClientId: string
}

export interface DeleteUserPoolDomainRequest {
  readonly Domain: string
  readonly UserPoolId: string
}

export interface DeleteUserPoolDomainResponse {
}

export interface DeleteUserPoolRequest {
  readonly UserPoolId: string
}

export interface DeleteUserRequest {
  readonly AccessToken: string
}

export interface DescribeUserPoolClientRequest {
  readonly UserPoolId: string
  readonly ClientId: string
}

export interface DescribeUserPoolClientResponse {
  readonly UserPoolClient?: UserPoolClientType | undefined
}

export interface DescribeUserPoolDomainRequest {
  readonly Domain: string
}

export interface DescribeUserPoolDomainResponse {
  readonly DomainDescription?: DomainDescriptionType | undefined
}

export interface DescribeUserPoolRequest {
  readonly UserPoolId: string
}

export interface DescribeUserPoolResponse {
  readonly UserPool?: UserPoolType | undefined
}

export interface DeviceConfigurationType {
  readonly ChallengeRequiredOnNewDevice?: boolean | undefined
  readonly DeviceOnlyRememberedOnUserPrompt?: boolean | undefined
}

export interface DomainDescriptionType {
  readonly UserPoolId?: string | undefined
  readonly AWSAccountId?: string | undefined
  readonly Domain?: string | undefined
  readonly S3Bucket?: string | undefined
  readonly CloudFrontDistribution?: string | undefined
  readonly Version?: string | undefined
  readonly Status?: string | undefined
  readonly CustomDomainConfig?: CustomDomainConfigType | undefined
  readonly ManagedLoginVersion?: number | undefined
  readonly Routing?: RoutingType | undefined
}

export interface EmailConfigurationType {
  readonly SourceArn?: string | undefined
  readonly ReplyToEmailAddress?: string | undefined
  readonly EmailSendingAccount?: string | undefined
  readonly From?: string | undefined
  readonly ConfigurationSet?: string | undefined
}

export interface EumsSmsConfigurationType {
  readonly CallerArn: string
  readonly ExternalId?: string | undefined
  readonly OriginationIdentity?: string | undefined
  readonly ConfigurationSetName?: string | undefined
  readonly InEntityId?: string | undefined
  readonly InTemplateId?: string | undefined
  readonly Region?: string | undefined
}

export interface FailoverType {
  readonly SecondaryRegion: string
  readonly PrimaryRoute53HealthCheckId: string
}

export interface ForgotPasswordRequest {
  readonly ClientId: string
  readonly Username: string
  readonly SecretHash?: string | undefined
  readonly UserContextData?: UserContextDataType | undefined
  readonly AnalyticsMetadata?: AnalyticsMetadataType | undefined
  readonly ClientMetadata?: Readonly<Record<string, string>> | undefined
}

export interface ForgotPasswordResponse {
  readonly CodeDeliveryDetails?: CodeDeliveryDetailsType | undefined
}

export interface GetGroupRequest {
  readonly GroupName: string
  readonly UserPoolId: string
}

export interface GetGroupResponse {
  readonly Group?: GroupType | undefined
}

export interface GetUserAttributeVerificationCodeRequest {
  readonly AccessToken: string
  readonly AttributeName: string
  readonly ClientMetadata?: Readonly<Record<string, string>> | undefined
}

export interface GetUserAttributeVerificationCodeResponse {
  readonly CodeDeliveryDetails?: CodeDeliveryDetailsType | undefined
}

export interface GetUserRequest {
  readonly AccessToken: string
}

export interface GetUserResponse {
  readonly Username: string
  readonly UserAttributes: readonly (AttributeType)[]
  readonly MFAOptions?: readonly (MFAOptionType)[] | undefined
  readonly PreferredMfaSetting?: string | undefined
  readonly UserMFASettingList?: readonly (string)[] | undefined
}

export interface GlobalSignOutRequest {
  readonly AccessToken: string
}

export interface GlobalSignOutResponse {
}

export interface GroupType {
  readonly GroupName?: string | undefined
  readonly UserPoolId?: string | undefined
  readonly Description?: string | undefined
  readonly RoleArn?: string | undefined
  readonly Precedence?: number | undefined
  readonly LastModifiedDate?: number | undefined
  readonly CreationDate?: number | undefined
}

export interface HttpHeader {
  readonly headerName?: string | undefined
  readonly headerValue?: string | undefined
}

export interface InboundFederationLambdaType {
  readonly LambdaVersion: string
  readonly LambdaArn: string
}

export interface InitiateAuthRequest {
  readonly AuthFlow: string
  readonly ClientId: string
  readonly AuthParameters?: Readonly<Record<string, string>> | undefined
  readonly ClientMetadata?: Readonly<Record<string, string>> | undefined
  readonly AnalyticsMetadata?: AnalyticsMetadataType | undefined
  readonly UserContextData?: UserContextDataType | undefined
  readonly Session?: string | undefined
}

export interface InitiateAuthResponse {
  readonly ChallengeName?: string | undefined
  readonly Session?: string | undefined
  readonly ChallengeParameters?: Readonly<Record<string, string>> | undefined
  readonly AuthenticationResult?: AuthenticationResultType | undefined
  readonly AvailableChallenges?: readonly (string)[] | undefined
}

export interface IssuerConfigurationType {
  readonly Type?: string | undefined
}

export interface KeyConfigurationType {
  readonly KeyType?: string | undefined
  readonly KmsKeyArn?: string | undefined
}

export interface LambdaConfigType {
  readonly PreSignUp?: string | undefined
  readonly CustomMessage?: string | undefined
  readonly PostConfirmation?: string | undefined
  readonly PreAuthentication?: string | undefined
  readonly PostAuthentication?: string | undefined
  readonly DefineAuthChallenge?: string | undefined
  readonly CreateAuthChallenge?: string | undefined
  readonly VerifyAuthChallengeResponse?: string | undefined
  readonly PreTokenGeneration?: string | undefined
  readonly UserMigration?: string | undefined
  readonly PreTokenGenerationConfig?: PreTokenGenerationVersionConfigType | undefined
  readonly CustomSMSSender?: CustomSMSLambdaVersionConfigType | undefined
  readonly CustomEmailSender?: CustomEmailLambdaVersionConfigType | undefined
  readonly KMSKeyID?: string | undefined
  readonly InboundFederation?: InboundFederationLambdaType | undefined
}

export interface ListGroupsRequest {
  readonly UserPoolId: string
  readonly Limit?: number | undefined
  readonly NextToken?: string | undefined
}

export interface ListGroupsResponse {
  readonly Groups?: readonly (GroupType)[] | undefined
  readonly NextToken?: string | undefined
}

export interface ListResourceServersRequest {
  readonly UserPoolId: string
  readonly MaxResults?: number | undefined
  readonly NextToken?: string | undefined
}

export interface ListResourceServersResponse {
  readonly ResourceServers: readonly (ResourceServerType)[]
  readonly NextToken?: string | undefined
}

export interface ListUserPoolClientsRequest {
  readonly UserPoolId: string
  readonly MaxResults?: number | undefined
  readonly NextToken?: string | undefined
  readonly ClientType?: string | undefined
}

export interface ListUserPoolClientsResponse {
  readonly UserPoolClients?: readonly (UserPoolClientDescription)[] | undefined
  readonly NextToken?: string | undefined
}

export interface ListUserPoolsRequest {
  readonly MaxResults: number
  readonly NextToken?: string | undefined
}

export interface ListUserPoolsResponse {
  readonly UserPools?: readonly (UserPoolDescriptionType)[] | undefined
  readonly NextToken?: string | undefined
}

export interface ListUsersInGroupRequest {
  readonly UserPoolId: string
  readonly GroupName: string
  readonly Limit?: number | undefined
  readonly NextToken?: string | undefined
}

export interface ListUsersInGroupResponse {
  readonly Users?: readonly (UserType)[] | undefined
  readonly NextToken?: string | undefined
}

export interface ListUsersRequest {
  readonly UserPoolId: string
  readonly AttributesToGet?: readonly (string)[] | undefined
  readonly Limit?: number | undefined
  readonly PaginationToken?: string | undefined
  readonly Filter?: string | undefined
}

export interface ListUsersResponse {
  readonly Users?: readonly (UserType)[] | undefined
  readonly PaginationToken?: string | undefined
}

export interface MFAOptionType {
  readonly DeliveryMedium?: string | undefined
  readonly AttributeName?: string | undefined
}

export interface MessageTemplateType {
  readonly SMSMessage?: string | undefined
  readonly EmailMessage?: string | undefined
  readonly EmailSubject?: string | undefined
}

export interface NewDeviceMetadataType {
  readonly DeviceKey?: string | undefined
  readonly DeviceGroupKey?: string | undefined
}

export interface NumberAttributeConstraintsType {
  readonly MinValue?: string | undefined
  readonly MaxValue?: string | undefined
}

export interface PasswordPolicyType {
  readonly MinimumLength?: number | undefined
  readonly RequireUppercase?: boolean | undefined
  readonly RequireLowercase?: boolean | undefined
  readonly RequireNumbers?: boolean | undefined
  readonly RequireSymbols?: boolean | undefined
  readonly PasswordHistorySize?: number | undefined
  readonly TemporaryPasswordValidityDays?: number | undefined
}

export interface PreTokenGenerationVersionConfigType {
  readonly LambdaVersion: string
  readonly LambdaArn: string
}

export interface RecoveryOptionType {
  readonly Priority: number
  readonly Name: string
}

export interface RefreshTokenRotationType {
  readonly Feature: string
  readonly RetryGracePeriodSeconds?: number | undefined
}

export interface ResendConfirmationCodeRequest {
  readonly ClientId: string
  readonly Username: string
  readonly SecretHash?: string | undefined
  readonly UserContextData?: UserContextDataType | undefined
  readonly AnalyticsMetadata?: AnalyticsMetadataType | undefined
  readonly ClientMetadata?: Readonly<Record<string, string>> | undefined
}

export interface ResendConfirmationCodeResponse {
  readonly CodeDeliveryDetails?: CodeDeliveryDetailsType | undefined
}

export interface ResourceServerScopeType {
  readonly ScopeName: string
  readonly ScopeDescription: string
}

export interface ResourceServerType {
  readonly UserPoolId?: string | undefined
  readonly Identifier?: string | undefined
  readonly Name?: string | undefined
  readonly Scopes?: readonly (ResourceServerScopeType)[] | undefined
  readonly ManagedBy?: string | undefined
}

export interface RespondToAuthChallengeRequest {
  readonly ClientId: string
  readonly ChallengeName: string
  readonly Session?: string | undefined
  readonly ChallengeResponses?: Readonly<Record<string, string>> | undefined
  readonly AnalyticsMetadata?: AnalyticsMetadataType | undefined
  readonly UserContextData?: UserContextDataType | undefined
  readonly ClientMetadata?: Readonly<Record<string, string>> | undefined
}

export interface RespondToAuthChallengeResponse {
  readonly ChallengeName?: string | undefined
  readonly Session?: string | undefined
  readonly ChallengeParameters?: Readonly<Record<string, string>> | undefined
  readonly AuthenticationResult?: AuthenticationResultType | undefined
  readonly AvailableChallenges?: readonly (string)[] | undefined
}

export interface RevokeTokenRequest {
  readonly Token: string
  readonly ClientId: string
  readonly ClientSecret?: string | undefined
  readonly RevokeAssociatedSessions?: string | undefined
}

export interface RevokeTokenResponse {
}

export interface RoutingType {
  readonly Failover?: FailoverType | undefined
}

export interface SchemaAttributeType {
  readonly Name?: string | undefined
  readonly AttributeDataType?: string | undefined
  readonly DeveloperOnlyAttribute?: boolean | undefined
  readonly Mutable?: boolean | undefined
  readonly Required?: boolean | undefined
  readonly NumberAttributeConstraints?: NumberAttributeConstraintsType | undefined
  readonly StringAttributeConstraints?: StringAttributeConstraintsType | undefined
}

export interface SignInPolicyType {
  readonly AllowedFirstAuthFactors?: readonly (string)[] | undefined
}

export interface SignUpRequest {
  readonly ClientId: string
  readonly Username: string
  readonly SecretHash?: string | undefined
  readonly Password?: string | undefined
  readonly UserAttributes?: readonly (AttributeType)[] | undefined
  readonly ValidationData?: readonly (AttributeType)[] | undefined
  readonly AnalyticsMetadata?: AnalyticsMetadataType | undefined
  readonly UserContextData?: UserContextDataType | undefined
  readonly ClientMetadata?: Readonly<Record<string, string>> | undefined
}

export interface SignUpResponse {
  readonly UserConfirmed: boolean
  readonly UserSub: string
  readonly CodeDeliveryDetails?: CodeDeliveryDetailsType | undefined
  readonly Session?: string | undefined
}

export interface SmsConfigurationType {
  readonly SnsCallerArn?: string | undefined
  readonly ExternalId?: string | undefined
  readonly SnsRegion?: string | undefined
  readonly EumsSms?: EumsSmsConfigurationType | undefined
}

export interface StringAttributeConstraintsType {
  readonly MinLength?: string | undefined
  readonly MaxLength?: string | undefined
}

export interface TokenValidityUnitsType {
  readonly AccessToken?: string | undefined
  readonly IdToken?: string | undefined
  readonly RefreshToken?: string | undefined
}

export interface UpdateGroupRequest {
  readonly GroupName: string
  readonly UserPoolId: string
  readonly Description?: string | undefined
  readonly RoleArn?: string | undefined
  readonly Precedence?: number | undefined
}

export interface UpdateGroupResponse {
  readonly Group?: GroupType | undefined
}

export interface UpdateUserAttributesRequest {
  readonly UserAttributes: readonly (AttributeType)[]
  readonly AccessToken: string
  readonly ClientMetadata?: Readonly<Record<string, string>> | undefined
}

export interface UpdateUserAttributesResponse {
  readonly CodeDeliveryDetailsList?: readonly (CodeDeliveryDetailsType)[] | undefined
}

export interface UpdateUserPoolClientRequest {
  readonly UserPoolId: string
  readonly ClientId: string
  readonly ClientName?: string | undefined
  readonly RefreshTokenValidity?: number | undefined
  readonly AccessTokenValidity?: number | undefined
  readonly IdTokenValidity?: number | undefined
  readonly TokenValidityUnits?: TokenValidityUnitsType | undefined
  readonly ReadAttributes?: readonly (string)[] | undefined
  readonly WriteAttributes?: readonly (string)[] | undefined
  readonly ExplicitAuthFlows?: readonly (string)[] | undefined
  readonly SupportedIdentityProviders?: readonly (string)[] | undefined
  readonly CallbackURLs?: readonly (string)[] | undefined
  readonly LogoutURLs?: readonly (string)[] | undefined
  readonly DefaultRedirectURI?: string | undefined
  readonly AllowedOAuthFlows?: readonly (string)[] | undefined
  readonly AllowedOAuthScopes?: readonly (string)[] | undefined
  readonly AllowedOAuthFlowsUserPoolClient?: boolean | undefined
  readonly AnalyticsConfiguration?: AnalyticsConfigurationType | undefined
  readonly PreventUserExistenceErrors?: string | undefined
  readonly EnableTokenRevocation?: boolean | undefined
  readonly EnablePropagateAdditionalUserContextData?: boolean | undefined
  readonly AuthSessionValidity?: number | undefined
  readonly RefreshTokenRotation?: RefreshTokenRotationType | undefined
}

export interface UpdateUserPoolClientResponse {
  readonly UserPoolClient?: UserPoolClientType | undefined
}

export interface UpdateUserPoolRequest {
  readonly UserPoolId: string
  readonly Policies?: UserPoolPolicyType | undefined
  readonly DeletionProtection?: string | undefined
  readonly LambdaConfig?: LambdaConfigType | undefined
  readonly AutoVerifiedAttributes?: readonly (string)[] | undefined
  readonly SmsVerificationMessage?: string | undefined
  readonly EmailVerificationMessage?: string | undefined
  readonly EmailVerificationSubject?: string | undefined
  readonly VerificationMessageTemplate?: VerificationMessageTemplateType | undefined
  readonly SmsAuthenticationMessage?: string | undefined
  readonly UserAttributeUpdateSettings?: UserAttributeUpdateSettingsType | undefined
  readonly MfaConfiguration?: string | undefined
  readonly DeviceConfiguration?: DeviceConfigurationType | undefined
  readonly EmailConfiguration?: EmailConfigurationType | undefined
  readonly SmsConfiguration?: SmsConfigurationType | undefined
  readonly UserPoolTags?: Readonly<Record<string, string>> | undefined
  readonly AdminCreateUserConfig?: AdminCreateUserConfigType | undefined
  readonly UserPoolAddOns?: UserPoolAddOnsType | undefined
  readonly DcrConfiguration?: DcrConfigurationType | undefined
  readonly AccountRecoverySetting?: AccountRecoverySettingType | undefined
  readonly PoolName?: string | undefined
  readonly UserPoolTier?: string | undefined
  readonly KeyConfiguration?: KeyConfigurationType | undefined
  readonly IssuerConfiguration?: IssuerConfigurationType | undefined
  readonly AcrConfiguration?: Readonly<Record<string, AcrLevelConfigType>> | undefined
}

export interface UpdateUserPoolResponse {
}

export interface UserAttributeUpdateSettingsType {
  readonly AttributesRequireVerificationBeforeUpdate?: readonly (string)[] | undefined
}

export interface UserContextDataType {
  readonly IpAddress?: string | undefined
  readonly EncodedData?: string | undefined
}

export interface UserPoolAddOnsType {
  readonly AdvancedSecurityMode: string
  readonly AdvancedSecurityAdditionalFlows?: AdvancedSecurityAdditionalFlowsType | undefined
}

export interface UserPoolClientDescription {
  readonly ClientId?: string | undefined
  readonly UserPoolId?: string | undefined
  readonly ClientName?: string | undefined
}

export interface UserPoolClientType {
  readonly UserPoolId?: string | undefined
  readonly ClientName?: string | undefined
  readonly ClientId?: string | undefined
  readonly ClientSecret?: string | undefined
  readonly LastModifiedDate?: number | undefined
  readonly CreationDate?: number | undefined
  readonly RefreshTokenValidity?: number | undefined
  readonly AccessTokenValidity?: number | undefined
  readonly IdTokenValidity?: number | undefined
  readonly TokenValidityUnits?: TokenValidityUnitsType | undefined
  readonly ReadAttributes?: readonly (string)[] | undefined
  readonly WriteAttributes?: readonly (string)[] | undefined
  readonly ExplicitAuthFlows?: readonly (string)[] | undefined
  readonly SupportedIdentityProviders?: readonly (string)[] | undefined
  readonly CallbackURLs?: readonly (string)[] | undefined
  readonly LogoutURLs?: readonly (string)[] | undefined
  readonly DefaultRedirectURI?: string | undefined
  readonly AllowedOAuthFlows?: readonly (string)[] | undefined
  readonly AllowedOAuthScopes?: readonly (string)[] | undefined
  readonly AllowedOAuthFlowsUserPoolClient?: boolean | undefined
  readonly AnalyticsConfiguration?: AnalyticsConfigurationType | undefined
  readonly PreventUserExistenceErrors?: string | undefined
  readonly EnableTokenRevocation?: boolean | undefined
  readonly EnablePropagateAdditionalUserContextData?: boolean | undefined
  readonly AuthSessionValidity?: number | undefined
  readonly RefreshTokenRotation?: RefreshTokenRotationType | undefined
  readonly ClientType?: string | undefined
}

export interface UserPoolDescriptionType {
  readonly Id?: string | undefined
  readonly Name?: string | undefined
  readonly LambdaConfig?: LambdaConfigType | undefined
  readonly Status?: string | undefined
  readonly LastModifiedDate?: number | undefined
  readonly CreationDate?: number | undefined
  readonly ReplicaRegions?: readonly (string)[] | undefined
}

export interface UserPoolPolicyType {
  readonly PasswordPolicy?: PasswordPolicyType | undefined
  readonly SignInPolicy?: SignInPolicyType | undefined
}

export interface UserPoolType {
  readonly Id?: string | undefined
  readonly Name?: string | undefined
  readonly Policies?: UserPoolPolicyType | undefined
  readonly DeletionProtection?: string | undefined
  readonly LambdaConfig?: LambdaConfigType | undefined
  readonly Status?: string | undefined
  readonly LastModifiedDate?: number | undefined
  readonly CreationDate?: number | undefined
  readonly SchemaAttributes?: readonly (SchemaAttributeType)[] | undefined
  readonly AutoVerifiedAttributes?: readonly (string)[] | undefined
  readonly AliasAttributes?: readonly (string)[] | undefined
  readonly UsernameAttributes?: readonly (string)[] | undefined
  readonly SmsVerificationMessage?: string | undefined
  readonly EmailVerificationMessage?: string | undefined
  readonly EmailVerificationSubject?: string | undefined
  readonly VerificationMessageTemplate?: VerificationMessageTemplateType | undefined
  readonly SmsAuthenticationMessage?: string | undefined
  readonly UserAttributeUpdateSettings?: UserAttributeUpdateSettingsType | undefined
  readonly MfaConfiguration?: string | undefined
  readonly DeviceConfiguration?: DeviceConfigurationType | undefined
  readonly EstimatedNumberOfUsers?: number | undefined
  readonly EmailConfiguration?: EmailConfigurationType | undefined
  readonly SmsConfiguration?: SmsConfigurationType | undefined
  readonly UserPoolTags?: Readonly<Record<string, string>> | undefined
  readonly SmsConfigurationFailure?: string | undefined
  readonly EmailConfigurationFailure?: string | undefined
  readonly Domain?: string | undefined
  readonly CustomDomain?: string | undefined
  readonly AdminCreateUserConfig?: AdminCreateUserConfigType | undefined
  readonly UserPoolAddOns?: UserPoolAddOnsType | undefined
  readonly DcrConfiguration?: DcrConfigurationType | undefined
  readonly UsernameConfiguration?: UsernameConfigurationType | undefined
  readonly Arn?: string | undefined
  readonly AccountRecoverySetting?: AccountRecoverySettingType | undefined
  readonly UserPoolTier?: string | undefined
  readonly KeyConfiguration?: KeyConfigurationType | undefined
  readonly IssuerConfiguration?: IssuerConfigurationType | undefined
  readonly AcrConfiguration?: Readonly<Record<string, AcrLevelConfigType>> | undefined
}

export interface UserType {
  readonly Username?: string | undefined
  readonly Attributes?: readonly (AttributeType)[] | undefined
  readonly UserCreateDate?: number | undefined
  readonly UserLastModifiedDate?: number | undefined
  readonly Enabled?: boolean | undefined
  readonly UserStatus?: string | undefined
  readonly MFAOptions?: readonly (MFAOptionType)[] | undefined
}

export interface UsernameConfigurationType {
  readonly CaseSensitive: boolean
}

export interface VerificationMessageTemplateType {
  readonly SmsMessage?: string | undefined
  readonly EmailMessage?: string | undefined
  readonly EmailSubject?: string | undefined
  readonly EmailMessageByLink?: string | undefined
  readonly EmailSubjectByLink?: string | undefined
  readonly DefaultEmailOption?: string | undefined
}

export interface VerifyUserAttributeRequest {
  readonly AccessToken: string
  readonly AttributeName: string
  readonly Code: string
}

export interface VerifyUserAttributeResponse {
}

export interface OperationTypes {
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminAddUserToGroup.html */
  AdminAddUserToGroup: { input: AdminAddUserToGroupRequest; output: void }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminConfirmSignUp.html */
  AdminConfirmSignUp: { input: AdminConfirmSignUpRequest; output: AdminConfirmSignUpResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html */
  AdminCreateUser: { input: AdminCreateUserRequest; output: AdminCreateUserResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteUser.html */
  AdminDeleteUser: { input: AdminDeleteUserRequest; output: void }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteUserAttributes.html */
  AdminDeleteUserAttributes: { input: AdminDeleteUserAttributesRequest; output: AdminDeleteUserAttributesResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDisableUser.html */
  AdminDisableUser: { input: AdminDisableUserRequest; output: AdminDisableUserResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminEnableUser.html */
  AdminEnableUser: { input: AdminEnableUserRequest; output: AdminEnableUserResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUser.html */
  AdminGetUser: { input: AdminGetUserRequest; output: AdminGetUserResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminInitiateAuth.html */
  AdminInitiateAuth: { input: AdminInitiateAuthRequest; output: AdminInitiateAuthResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListGroupsForUser.html */
  AdminListGroupsForUser: { input: AdminListGroupsForUserRequest; output: AdminListGroupsForUserResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRemoveUserFromGroup.html */
  AdminRemoveUserFromGroup: { input: AdminRemoveUserFromGroupRequest; output: void }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminResetUserPassword.html */
  AdminResetUserPassword: { input: AdminResetUserPasswordRequest; output: AdminResetUserPasswordResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRespondToAuthChallenge.html */
  AdminRespondToAuthChallenge: { input: AdminRespondToAuthChallengeRequest; output: AdminRespondToAuthChallengeResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserPassword.html */
  AdminSetUserPassword: { input: AdminSetUserPasswordRequest; output: AdminSetUserPasswordResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateUserAttributes.html */
  AdminUpdateUserAttributes: { input: AdminUpdateUserAttributesRequest; output: AdminUpdateUserAttributesResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUserGlobalSignOut.html */
  AdminUserGlobalSignOut: { input: AdminUserGlobalSignOutRequest; output: AdminUserGlobalSignOutResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ChangePassword.html */
  ChangePassword: { input: ChangePasswordRequest; output: ChangePasswordResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmForgotPassword.html */
  ConfirmForgotPassword: { input: ConfirmForgotPasswordRequest; output: ConfirmForgotPasswordResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmSignUp.html */
  ConfirmSignUp: { input: ConfirmSignUpRequest; output: ConfirmSignUpResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateGroup.html */
  CreateGroup: { input: CreateGroupRequest; output: CreateGroupResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateResourceServer.html */
  CreateResourceServer: { input: CreateResourceServerRequest; output: CreateResourceServerResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html */
  CreateUserPool: { input: CreateUserPoolRequest; output: CreateUserPoolResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html */
  CreateUserPoolClient: { input: CreateUserPoolClientRequest; output: CreateUserPoolClientResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html */
  CreateUserPoolDomain: { input: CreateUserPoolDomainRequest; output: CreateUserPoolDomainResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteGroup.html */
  DeleteGroup: { input: DeleteGroupRequest; output: void }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteResourceServer.html */
  DeleteResourceServer: { input: DeleteResourceServerRequest; output: void }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUser.html */
  DeleteUser: { input: DeleteUserRequest; output: void }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserAttributes.html */
  DeleteUserAttributes: { input: DeleteUserAttributesRequest; output: DeleteUserAttributesResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPool.html */
  DeleteUserPool: { input: DeleteUserPoolRequest; output: void }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPoolClient.html */
  DeleteUserPoolClient: { input: DeleteUserPoolClientRequest; output: void }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPoolDomain.html */
  DeleteUserPoolDomain: { input: DeleteUserPoolDomainRequest; output: DeleteUserPoolDomainResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPool.html */
  DescribeUserPool: { input: DescribeUserPoolRequest; output: DescribeUserPoolResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPoolClient.html */
  DescribeUserPoolClient: { input: DescribeUserPoolClientRequest; output: DescribeUserPoolClientResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPoolDomain.html */
  DescribeUserPoolDomain: { input: DescribeUserPoolDomainRequest; output: DescribeUserPoolDomainResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ForgotPassword.html */
  ForgotPassword: { input: ForgotPasswordRequest; output: ForgotPasswordResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetGroup.html */
  GetGroup: { input: GetGroupRequest; output: GetGroupResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUser.html */
  GetUser: { input: GetUserRequest; output: GetUserResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserAttributeVerificationCode.html */
  GetUserAttributeVerificationCode: { input: GetUserAttributeVerificationCodeRequest; output: GetUserAttributeVerificationCodeResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GlobalSignOut.html */
  GlobalSignOut: { input: GlobalSignOutRequest; output: GlobalSignOutResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html */
  InitiateAuth: { input: InitiateAuthRequest; output: InitiateAuthResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListGroups.html */
  ListGroups: { input: ListGroupsRequest; output: ListGroupsResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListResourceServers.html */
  ListResourceServers: { input: ListResourceServersRequest; output: ListResourceServersResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserPoolClients.html */
  ListUserPoolClients: { input: ListUserPoolClientsRequest; output: ListUserPoolClientsResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserPools.html */
  ListUserPools: { input: ListUserPoolsRequest; output: ListUserPoolsResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html */
  ListUsers: { input: ListUsersRequest; output: ListUsersResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsersInGroup.html */
  ListUsersInGroup: { input: ListUsersInGroupRequest; output: ListUsersInGroupResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ResendConfirmationCode.html */
  ResendConfirmationCode: { input: ResendConfirmationCodeRequest; output: ResendConfirmationCodeResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html */
  RespondToAuthChallenge: { input: RespondToAuthChallengeRequest; output: RespondToAuthChallengeResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeToken.html */
  RevokeToken: { input: RevokeTokenRequest; output: RevokeTokenResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html */
  SignUp: { input: SignUpRequest; output: SignUpResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateGroup.html */
  UpdateGroup: { input: UpdateGroupRequest; output: UpdateGroupResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserAttributes.html */
  UpdateUserAttributes: { input: UpdateUserAttributesRequest; output: UpdateUserAttributesResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPool.html */
  UpdateUserPool: { input: UpdateUserPoolRequest; output: UpdateUserPoolResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html */
  UpdateUserPoolClient: { input: UpdateUserPoolClientRequest; output: UpdateUserPoolClientResponse }
  /** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerifyUserAttribute.html */
  VerifyUserAttribute: { input: VerifyUserAttributeRequest; output: VerifyUserAttributeResponse }
}
