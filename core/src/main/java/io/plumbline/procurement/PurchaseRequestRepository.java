package io.plumbline.procurement;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PurchaseRequestRepository extends Repository<PurchaseRequest, UUID> {
  Optional<PurchaseRequest> findById(UUID id);

  Optional<PurchaseRequest> findByNumber(String number);

  /** Whoever changes a request holds its row first; repeated and racing steps then queue up. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select r from PurchaseRequest r where r.id = :id")
  Optional<PurchaseRequest> lockById(UUID id);

  /** What duty rules need, without taking the entity into the session before it is locked. */
  Optional<RequestHead> findHeadById(UUID id);

  Optional<RequestHead> findHeadByNumber(String number);

  PurchaseRequest save(PurchaseRequest request);

  void flush();
}
