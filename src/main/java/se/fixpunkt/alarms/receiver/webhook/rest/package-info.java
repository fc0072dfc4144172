/** The webhook receiver's address under {@code /api/v1}. */
package se.fixpunkt.alarms.receiver.webhook.rest;
