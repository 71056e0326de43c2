import {
  adminConfirmSignUp, adminCreateUser, adminDeleteUser, adminDeleteUserAttributes, adminDisableUser, adminEnableUser,
  adminGetUser, adminUpdateUserAttributes, adminUserGlobalSignOut, listUsers,
} from './administration.ts'
import { adminInitiateAuth, adminRespondToAuthChallenge, initiateAuth, respondToAuthChallenge } from './authentication.ts'
import {
  adminAddUserToGroup, adminListGroupsForUser, adminRemoveUserFromGroup, createGroup, deleteGroup, getGroup,
  listGroups, listUsersInGroup, updateGroup,
} from './groups.ts'
import { adminResetUserPassword, adminSetUserPassword, changePassword, confirmForgotPassword, forgotPassword } from './passwords.ts'
import {
  createResourceServer, createUserPool, createUserPoolClient, createUserPoolDomain, deleteResourceServer,
  deleteUserPool, deleteUserPoolClient, deleteUserPoolDomain, updateUserPool, updateUserPoolClient,
} from './pool-changes.ts'
import {
  describeUserPool, describeUserPoolClient, describeUserPoolDomain, listResourceServers, listUserPoolClients,
  listUserPools,
} from './pool-descriptions.ts'
import {
  deleteUser, deleteUserAttributes, getUser, getUserAttributeVerificationCode, globalSignOut, revokeToken,
  updateUserAttributes, verifyUserAttribute,
} from './self-service.ts'
import { confirmSignUp, resendConfirmationCode, signUp } from './sign-up.ts'

export const operations = [
  adminAddUserToGroup, adminConfirmSignUp, adminCreateUser, adminDeleteUser, adminDeleteUserAttributes,
  adminDisableUser, adminEnableUser, adminGetUser, adminInitiateAuth, adminListGroupsForUser, adminRemoveUserFromGroup,
  adminResetUserPassword, adminRespondToAuthChallenge, adminSetUserPassword, adminUpdateUserAttributes,
  adminUserGlobalSignOut, changePassword, confirmForgotPassword, confirmSignUp, createGroup, createResourceServer,
  createUserPool, createUserPoolClient, createUserPoolDomain, deleteGroup, deleteResourceServer, deleteUser,
  deleteUserAttributes, deleteUserPool, deleteUserPoolClient, deleteUserPoolDomain, describeUserPool,
  describeUserPoolClient, describeUserPoolDomain, forgotPassword, getGroup, getUser, getUserAttributeVerificationCode,
  globalSignOut, initiateAuth, listGroups, listResourceServers, listUserPoolClients, listUserPools, listUsers,
  listUsersInGroup, resendConfirmationCode, respondToAuthChallenge, revokeToken, signUp, updateGroup,
  updateUserAttributes, updateUserPool, updateUserPoolClient, verifyUserAttribute,
]
