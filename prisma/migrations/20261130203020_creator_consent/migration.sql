ALTER TYPE "consent_kind" ADD VALUE 'creator_data';
