/** Messages that senders post over HTTP, signed with the device's key. */
package se.fixpunkt.alarms.receiver.webhook;
