package io.plumbline.document.worker;

import io.plumbline.document.FilePicture;
import io.plumbline.document.FilePictures;
import io.plumbline.document.FileType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Draws on two threads of its own, so that a file made to be slow holds up no more than previews,
 * and nobody waits long for it.
 */
@Component
class DrawnPictures implements FilePictures, DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(DrawnPictures.class);
  private static final int AT_ONCE = 2;
  private static final int PATIENCE_SECONDS = 10;

  private final ExecutorService artists =
      Executors.newFixedThreadPool(
          AT_ONCE, Thread.ofPlatform().daemon().name("preview-", 0).factory());

  @Override
  public Optional<FilePicture> draw(FileType type, Path file, int page) {
    return switch (type) {
      case PDF -> patiently(() -> PdfPage.draw(file, page));
      case PNG, JPEG, GIF ->
          page == 0 ? patiently(() -> SmallPicture.draw(file)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  @Override
  public void destroy() {
    artists.shutdownNow();
  }

  private Optional<FilePicture> patiently(Callable<Optional<FilePicture>> drawing) {
    var drawn = artists.submit(drawing);
    try {
      return drawn.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException slow) {
      drawn.cancel(true);
      log.info("A preview took more than {} s and was given up", PATIENCE_SECONDS);
      return Optional.empty();
    } catch (ExecutionException failed) {
      return broken(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for a preview");
    }
  }

  /** What the libraries throw at broken files is theirs to know; the file can be downloaded. */
  private static Optional<FilePicture> broken(ExecutionException failed) {
    var cause = failed.getCause();
    if (cause instanceof IOException || cause instanceof RuntimeException) {
      log.debug("A file cannot be drawn", cause);
      return Optional.empty();
    }
    throw new IllegalStateException("A preview failed", failed);
  }
}
