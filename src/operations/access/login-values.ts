import { z } from 'zod'

/** What is entered of a person. A login is what he types every day: letters, digits, dot, dash, underscore. */
export const personName = z.string().trim().min(2).max(120)
export const login = z
  .string()
  .trim()
  .min(3)
  .max(60)
  .regex(/^[\p{L}\p{N}._-]+$/u)
  .meta({ description: 'letters, digits, . - _; compared without case' })
export const email = z.email().max(200).meta({ description: 'as the provider of the common sign-on verifies it' })
