package io.plumbline.procurement.worker;

import org.springframework.context.annotation.Import;

/** The documents of this package. */
@Import(PdfOrderDocuments.class)
public class OrderDocumentParts {}
