package io.plumbline.procurement;

import java.util.List;
import java.util.Optional;

/** Vendors of the caller's tenant. */
public interface Vendors {
  List<Vendor> active();

  Optional<Vendor> find(VendorId id);
}
