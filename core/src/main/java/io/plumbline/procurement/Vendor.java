package io.plumbline.procurement;

/** Someone we buy from. */
public record Vendor(VendorId id, String name, String email) {}
