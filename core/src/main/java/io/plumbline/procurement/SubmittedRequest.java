package io.plumbline.procurement;

/** What the requester gets at once. */
public record SubmittedRequest(PurchaseRequestId id, String number) {}
