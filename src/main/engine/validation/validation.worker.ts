import { answerOnce } from '../workers/answer-once.ts'
import { computeValidation, type ValidationResult, type ValidationWork } from './compute.ts'

answerOnce<ValidationWork, ValidationResult>(computeValidation)
