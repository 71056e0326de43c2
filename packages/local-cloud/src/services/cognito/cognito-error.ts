import { ServiceException } from '@keg/aws-service'

/**
 * The errors of more than one operation, in Amazon Cognito's words.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/CommonErrors.html
 */
const error = (name: string) => (message: string): ServiceException => new ServiceException(name, 400, message)

export const notAuthorized = error('NotAuthorizedException')
export const invalidParameter = error('InvalidParameterException')
export const resourceNotFound = error('ResourceNotFoundException')
export const usernameExists = error('UsernameExistsException')
export const aliasExists = error('AliasExistsException')
export const invalidPassword = error('InvalidPasswordException')

/** What a wrong password gets, and an unknown user where the client hides those. */
export const wrongPassword = (): ServiceException => notAuthorized('Incorrect username or password.')
export const userNotFound = (): ServiceException => error('UserNotFoundException')('User does not exist.')
export const userNotConfirmed = (): ServiceException => error('UserNotConfirmedException')('User is not confirmed.')
export const passwordResetRequired = (): ServiceException => error('PasswordResetRequiredException')('Password reset required for the user')
export const codeMismatch = (): ServiceException => error('CodeMismatchException')('Invalid verification code provided, please try again.')
export const expiredCode = (): ServiceException => error('ExpiredCodeException')('Invalid code provided, please request a code again.')
